// Talks to the REST API as the signed-on member.

import { said, t } from "./i18n.js";
import { inWords } from "./labels.js";

let csrf = null;

export class Problem extends Error {
  constructor(status, detail) {
    super(detail);
    this.status = status;
  }
}

async function answer(response) {
  const type = response.headers.get("Content-Type") ?? "";
  const body = type.includes("json") ? await response.json() : null;
  if (response.ok) return inWords(body);
  if (response.status === 401) {
    window.location.reload(); // the page itself leads to the sign-on and back
    return new Promise(() => {});
  }
  throw new Problem(response.status, said(body?.detail) ?? t`系统没有正常回应，请稍后重试。`);
}

async function send(path, options) {
  try {
    return await answer(await fetch(path, { headers: { Accept: "application/json" }, ...options }));
  } catch (error) {
    if (error instanceof Problem) throw error;
    throw new Problem(0, t`网络不通，请检查连接后重试。`);
  }
}

export function get(path, parameters = {}) {
  const query = new URLSearchParams(
    Object.entries(parameters).filter(([, value]) => value !== "" && value !== null && value !== undefined),
  ).toString();
  return send(query ? `${path}?${query}` : path);
}

export async function me() {
  const person = await get("/api/me");
  csrf = person.csrf;
  return person;
}

/** `key` makes repeating it harmless: the server answers as the first time. Says so when it is done. */
export async function post(path, body, key = newKey()) {
  const answered = await send(path, {
    method: "POST",
    headers: {
      Accept: "application/json",
      "Content-Type": "application/json",
      "Idempotency-Key": key,
      [csrf.header]: csrf.token,
    },
    body: body === undefined ? undefined : JSON.stringify(body),
  });
  window.dispatchEvent(new Event("posted"));
  return answered;
}

/** Sends a file as it is. */
export function upload(path, file) {
  return send(path, {
    method: "POST",
    headers: { Accept: "application/json", "Content-Type": "application/octet-stream", [csrf.header]: csrf.token },
    body: file,
  });
}

export async function logOut() {
  await fetch("/logout", { method: "POST", headers: { [csrf.header]: csrf.token } });
  window.location.assign("/logged-out");
}

/** Random enough; `crypto.randomUUID` exists only on https and localhost. */
export function newKey() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}
