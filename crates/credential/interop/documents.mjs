// Reads documents of ours from standard input, verifies them with `jose` and `@digitalbazaar/vc`, and writes documents of
// its own: one JSON object in, one out.
import {CompactSign, compactVerify, exportJWK, generateKeyPair, importJWK} from 'jose';
import {credential as signedByDigitalBazaar, verify} from './digitalbazaar.mjs';
import {readFileSync} from 'node:fs';

const given = JSON.parse(readFileSync(0, 'utf8'));

const read = [];
for(const {token, jwk, alg} of given.tokens) {
  const {payload, protectedHeader} = await compactVerify(token, await importJWK(jwk, alg), {algorithms: [alg]});
  read.push({header: protectedHeader, payload: JSON.parse(new TextDecoder().decode(payload))});
}

// A changed token must be refused, or reading says nothing.
const [head, payload, signature] = given.tokens[0].token.split('.');
const altered = `${head}.${payload.slice(0, -4)}AAAA.${signature}`;
const {jwk, alg} = given.tokens[0];
const refused = await compactVerify(altered, await importJWK(jwk, alg)).then(() => false, () => true);

const tokens = [];
for(const alg of ['EdDSA', 'Ed25519', 'ES256', 'ES384']) {
  const {publicKey, privateKey} = await generateKeyPair(alg, {extractable: true});
  const header = {alg, typ: 'vc+jwt', cty: 'vc', kid: `${given.issuer}#${alg}`};
  const bytes = new TextEncoder().encode(JSON.stringify(given.credential));
  const token = await new CompactSign(bytes).setProtectedHeader(header).sign(privateKey);
  tokens.push({alg, jwk: await exportJWK(publicKey), token});
}

const verified = await verify(given.secured);
const tampered = await verify({...given.secured, id: 'urn:uuid:00000000-0000-4000-8000-000000000009'});
console.log(JSON.stringify({
  read, refused, tokens, verified, tampered: tampered.verified, secured: await signedByDigitalBazaar(given.credential)
}));
