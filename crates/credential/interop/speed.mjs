// How many documents a second `jose` and `@digitalbazaar/vc` verify on one core: for `cargo xtask bench`.
import {credential as signedByDigitalBazaar, verify} from './digitalbazaar.mjs';
import {compactVerify, importJWK} from 'jose';
import {readFileSync} from 'node:fs';

const {key, tokens, seconds} = JSON.parse(readFileSync(process.argv[2], 'utf8'));

async function rate(work) {
  await work();
  // Time of the process: another's load is none of the libraries'.
  const start = process.cpuUsage();
  const used = () => {
    const {user, system} = process.cpuUsage(start);
    return (user + system) / 1e6;
  };
  let done = 0;
  while(used() < seconds) {
    done += await work();
  }
  return done / used();
}

const jwk = await importJWK(key, 'EdDSA');
const jose = await rate(async () => {
  for(const token of tokens) {
    JSON.parse(new TextDecoder().decode((await compactVerify(token, jwk)).payload));
  }
  return tokens.length;
});

// The status is none of its business here: it would fetch it.
const unsigned = JSON.parse(Buffer.from(tokens[0].split('.')[1], 'base64url').toString());
delete unsigned.credentialStatus;
unsigned['@context'] = unsigned['@context'].slice(0, 1);
unsigned.type = ['VerifiableCredential'];
const secured = await signedByDigitalBazaar(unsigned);
const digitalbazaar = await rate(async () => {
  const {verified, error} = await verify(secured);
  if(!verified) {
    throw new Error(error);
  }
  return 1;
});
console.log(JSON.stringify({jose, digitalbazaar}));
