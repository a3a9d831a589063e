// What was not deployed yet stays in this browser.

const PREFIX = "editor-draft:";
const name = (model) => `${PREFIX}${model.type}/${model.key}`;

export function kept(model) {
  try {
    return JSON.parse(localStorage.getItem(name(model)));
  } catch {
    return null;
  }
}

export function keep(model, content, base) {
  try {
    localStorage.setItem(name(model), JSON.stringify({ content, base, name: model.name, at: new Date().toISOString() }));
    return true;
  } catch {
    return false; // no room: the download is still there
  }
}

/** Drafts of models that did not exist when they were begun. */
export function begun() {
  return Object.keys(localStorage).filter((one) => one.startsWith(PREFIX)).map((one) => {
    const [type, key] = one.slice(PREFIX.length).split("/");
    return { type, key, ...kept({ type, key }) };
  }).filter((one) => one.base === 0);
}

export const forget = (model) => localStorage.removeItem(name(model));

/** Hands a text over as a file. */
export function download(file, text) {
  const address = URL.createObjectURL(new Blob([text], { type: "application/octet-stream" }));
  Object.assign(document.createElement("a"), { href: address, download: file }).click();
  URL.revokeObjectURL(address);
}
