use tlog::{ConsistencyProof, Hash, InclusionProof, leaf_hash};

use crate::world::{certificate, server};

#[tokio::test(flavor = "multi_thread")]
async fn checkpoint_tiles_and_proofs_fit_together() {
    let server = server();
    let old = server.app.state();
    let (old_size, old_root) = (old.size(), old.root());
    server.post("/api/v1/statements", "application/jose", certificate(1)).await;
    let (size, root) = {
        let state = server.app.state();
        (state.size(), state.root())
    };
    let checkpoint = server.get("/log/checkpoint").await;
    assert_eq!(checkpoint.headers["cache-control"], "no-cache");
    assert_eq!(checkpoint.text().lines().nth(1).unwrap(), size.to_string());
    let tile = server.get(&format!("/log/tile/0/000.p/{size}")).await;
    assert_eq!(tile.body.len() as u64, size * 32);
    let bundle = server.get(&format!("/log/tile/entries/000.p/{size}")).await;
    assert_eq!(bundle.headers["content-type"], "application/octet-stream");
    let length = usize::from(u16::from_be_bytes([bundle.body[0], bundle.body[1]]));
    assert_eq!(leaf_hash(&bundle.body[2..2 + length]).0, tile.body[..32]);
    let hashes = |json: serde_json::Value| -> Vec<Hash> {
        json["hashes"].as_array().unwrap().iter().map(|h| h.as_str().unwrap().parse().unwrap()).collect()
    };
    let proof = server.get(&format!("/log/proof/inclusion?index=0&size={old_size}")).await.json();
    let proof = InclusionProof { leaf_index: 0, tree_size: old_size, hashes: hashes(proof) };
    proof.verify(&leaf_hash(&bundle.body[2..2 + length]), &old_root).unwrap();
    let proof = server.get(&format!("/log/proof/consistency?old={old_size}&new={size}")).await.json();
    let proof = ConsistencyProof { old_size, new_size: size, hashes: hashes(proof) };
    proof.verify(&old_root, &root).unwrap();
    assert_eq!(server.get("/log/keys").await.json()["origin"], testkit::ORIGIN);
}

#[tokio::test(flavor = "multi_thread")]
async fn what_the_log_does_not_have_is_a_problem_document() {
    let server = server();
    for (path, expected) in [
        ("/log/tile/0/001", (404, "log-too-short")),
        ("/log/tile/0/0.p/9999", (400, "tile-path-malformed")),
        ("/log/tile/x", (400, "tile-path-malformed")),
        ("/log/proof/inclusion?index=0&size=9999", (404, "log-too-short")),
        ("/log/proof/inclusion?index=5&size=5", (404, "log-too-short")),
        ("/log/proof/inclusion", (400, "parameters-malformed")),
        ("/log/proof/consistency?old=5&new=4", (400, "sizes-reversed")),
        ("/log/proof/consistency?old=1&new=9999", (404, "log-too-short")),
        ("/log/nothing", (404, "no-such-path")),
    ] {
        let (status, kind) = server.get(path).await.problem();
        assert_eq!((status, kind.as_str()), expected, "{path}");
    }
}
