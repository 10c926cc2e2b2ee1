"""Reads tokens of ours from standard input, verifies them with PyJWT, and writes tokens of its own."""

import json
import sys

import jwt
from cryptography.hazmat.primitives.asymmetric import ec, ed25519
from jwt.algorithms import ECAlgorithm, OKPAlgorithm

given = json.load(sys.stdin)

# The payload is the credential: nothing in it is a claim that PyJWT must find.
OPTIONS = {"verify_iss": False, "verify_sub": False, "verify_jti": False}

read = []
for one in given["tokens"]:
    key = jwt.PyJWK.from_dict(one["jwk"], algorithm=one["alg"])
    decoded = jwt.decode_complete(one["token"], key.key, algorithms=[one["alg"]], options=OPTIONS)
    read.append({"header": decoded["header"], "payload": decoded["payload"]})

first = given["tokens"][0]
head, payload, signature = first["token"].split(".")
altered = f"{head}.{payload[:-4]}AAAA.{signature}"
try:
    key = jwt.PyJWK.from_dict(first["jwk"], algorithm=first["alg"])
    jwt.decode(altered, key.key, algorithms=[first["alg"]], options=OPTIONS)
    refused = False
except jwt.InvalidTokenError:
    refused = True

keys = {
    "EdDSA": ed25519.Ed25519PrivateKey.generate(),
    "ES256": ec.generate_private_key(ec.SECP256R1()),
    "ES384": ec.generate_private_key(ec.SECP384R1()),
}
tokens = []
for alg, private in keys.items():
    writer = OKPAlgorithm if alg == "EdDSA" else ECAlgorithm
    public = json.loads(writer.to_jwk(private.public_key()))
    headers = {"typ": "vc+jwt", "cty": "vc", "kid": f"{given['issuer']}#{alg}"}
    token = jwt.encode(given["credential"], private, algorithm=alg, headers=headers)
    tokens.append({"alg": alg, "jwk": public, "token": token})

print(json.dumps({"read": read, "refused": refused, "tokens": tokens}))
