// Passkeys: hands the page's options to the authenticator, puts its answer into the form, and sends the form.

const form = document.querySelector("form[data-ceremony]");

const bytes = (text) => {
  const plain = atob(text.replaceAll("-", "+").replaceAll("_", "/"));
  return Uint8Array.from(plain, (character) => character.charCodeAt(0));
};

const text = (buffer) => {
  const plain = String.fromCharCode(...new Uint8Array(buffer));
  return btoa(plain).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
};

const withIds = (credentials) =>
  (credentials ?? []).map((credential) => ({ ...credential, id: bytes(credential.id) }));

const create = async (options) => {
  const credential = await navigator.credentials.create({
    publicKey: {
      ...options,
      challenge: bytes(options.challenge),
      user: { ...options.user, id: bytes(options.user.id) },
      excludeCredentials: withIds(options.excludeCredentials),
    },
  });
  const { response } = credential;
  return answer(credential, {
    clientDataJSON: text(response.clientDataJSON),
    attestationObject: text(response.attestationObject),
    transports: response.getTransports?.() ?? [],
  });
};

const get = async (options) => {
  const credential = await navigator.credentials.get({
    publicKey: {
      ...options,
      challenge: bytes(options.challenge),
      allowCredentials: withIds(options.allowCredentials),
    },
  });
  const { response } = credential;
  return answer(credential, {
    clientDataJSON: text(response.clientDataJSON),
    authenticatorData: text(response.authenticatorData),
    signature: text(response.signature),
    userHandle: response.userHandle ? text(response.userHandle) : null,
  });
};

const answer = (credential, response) => ({
  id: credential.id,
  rawId: text(credential.rawId),
  type: credential.type,
  response,
  clientExtensionResults: {},
});

if (form && window.PublicKeyCredential) {
  const failed = form.querySelector("[data-failed]");
  form.querySelector("[data-needs-script]").hidden = true;
  form.querySelector("button").hidden = false;
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    failed.hidden = true;
    try {
      const options = JSON.parse(form.dataset.options);
      const ceremony = form.dataset.ceremony === "create" ? create : get;
      form.elements.credential.value = JSON.stringify(await ceremony(options));
      // Sends the form without coming back here.
      form.submit();
    } catch (error) {
      failed.hidden = false;
      failed.querySelector("[data-reason]").textContent = error.name;
    }
  });
}
