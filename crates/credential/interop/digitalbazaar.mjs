// `@digitalbazaar/vc` with `eddsa-jcs-2022` and keys that are their own names. Nothing is fetched.
import * as Ed25519Multikey from '@digitalbazaar/ed25519-multikey';
import * as vc from '@digitalbazaar/vc';
import {createSignCryptosuite, createVerifyCryptosuite} from '@digitalbazaar/eddsa-jcs-2022-cryptosuite';
import {DataIntegrityProof} from '@digitalbazaar/data-integrity';

// The document of a `did:key`, and of the key in it.
async function documentLoader(url) {
  const [did] = url.split('#');
  if(!did.startsWith('did:key:')) {
    return vc.defaultDocumentLoader(url);
  }
  const key = {
    '@context': 'https://w3id.org/security/multikey/v1', id: `${did}#${did.slice('did:key:'.length)}`,
    type: 'Multikey', controller: did, publicKeyMultibase: did.slice('did:key:'.length)
  };
  const controller = {
    '@context': ['https://www.w3.org/ns/did/v1', 'https://w3id.org/security/multikey/v1'], id: did,
    verificationMethod: [key], assertionMethod: [key.id], authentication: [key.id]
  };
  return {contextUrl: null, documentUrl: url, document: url.includes('#') ? key : controller};
}

const suite = new DataIntegrityProof({cryptosuite: createVerifyCryptosuite()});

export async function verify(credential) {
  const result = await vc.verifyCredential({credential: structuredClone(credential), suite, documentLoader});
  const error = result.error && JSON.stringify(result.error, Object.getOwnPropertyNames(result.error));
  return {verified: result.verified, error};
}

export async function credential(unsigned) {
  const made = await Ed25519Multikey.generate();
  const did = `did:key:${made.publicKeyMultibase}`;
  const id = `${did}#${made.publicKeyMultibase}`;
  const pair = await Ed25519Multikey.from({...await made.export({publicKey: true, secretKey: true}), id, controller: did});
  const suite = new DataIntegrityProof({signer: pair.signer(), cryptosuite: createSignCryptosuite()});
  return vc.issue({credential: {...structuredClone(unsigned), issuer: did}, suite, documentLoader});
}
