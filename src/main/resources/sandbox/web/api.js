import { toast } from './dom.js';

/** The people's side of the sandbox. Refusals are shown to the person and thrown. */
export async function call(method, path, body) {
  const response = await fetch('/__sandbox/' + path, {
    method,
    headers: body ? { 'Content-Type': 'application/json' } : {},
    body: body ? JSON.stringify(body) : undefined,
  });
  const answer = await response.json();
  if (!response.ok) {
    toast(answer.error || '操作没有成功');
    throw Object.assign(new Error(answer.error), { refused: true });
  }
  return answer;
}

export const get = path => call('GET', path);
