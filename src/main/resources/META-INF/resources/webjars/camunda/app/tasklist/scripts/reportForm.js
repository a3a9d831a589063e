// The start form for reporting: projects to choose from while typing, the own team's first.
let options;

async function projects() {
  const answer = await fetch('/api/me', { headers: { Accept: 'application/json' } });
  const me = answer.ok ? await answer.json() : { projects: [] };
  return [...new Set([me.teamName, ...me.projects])].filter((name) => me.projects.includes(name));
}

async function offer() {
  const input = [...document.querySelectorAll('.fjs-container input[type="text"]')].find((one) => one.id.includes('chosenProject'));
  if (!input || input.list || input.dataset.offered) return;
  input.dataset.offered = 'true';
  options ??= projects();
  const list = Object.assign(document.createElement('datalist'), { id: 'report-projects' });
  (await options).forEach((value) => list.append(Object.assign(document.createElement('option'), { value })));
  document.getElementById(list.id)?.remove();
  document.body.append(list);
  input.setAttribute('list', list.id);
}

new MutationObserver(offer).observe(document.documentElement, { childList: true, subtree: true });
