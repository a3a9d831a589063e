/**
 * The sandbox's stand-in for @wecom/jssdk 2.x: same names, same convention (callbacks and a promise,
 * `errMsg` "name:ok", "name:fail …" or "name:cancel"). What the client does natively happens in a
 * frame of the sandbox; only messages pass between it and the page.
 */
(() => {
  const HOME = new URL(document.currentScript.src).origin;
  const waiting = new Map();
  let options;
  let tasks = {};
  let frame;
  let ready;
  let last = 0;

  function open() {
    if (ready) return ready;
    frame = document.createElement('iframe');
    frame.title = '企业微信';
    frame.src = HOME + '/jssdk/panel';
    Object.assign(frame.style, { position: 'fixed', inset: '0', width: '100%', height: '100%', border: '0', zIndex: '2147483647', display: 'none', colorScheme: 'normal' });
    ready = new Promise(resolve => waiting.set('hello', resolve));
    const place = () => document.body.append(frame);
    if (document.body) place(); else addEventListener('DOMContentLoaded', place);
    return ready;
  }

  addEventListener('message', event => {
    if (!frame || event.source !== frame.contentWindow || event.origin !== HOME) return;
    const { id, show, result } = event.data;
    if (show !== undefined) { frame.style.display = show ? 'block' : 'none'; return; }
    waiting.get(id)?.(result);
    waiting.delete(id);
  });

  /** Asks the frame; "name:ok" resolves, everything else rejects. */
  async function invoke(name, params) {
    await open();
    const id = ++last;
    const answer = new Promise(resolve => waiting.set(id, resolve));
    frame.contentWindow.postMessage({ id, name, params }, HOME);
    const { outcome, ...rest } = await answer;
    const result = { ...rest, errMsg: `${name}:${outcome}`, errCode: outcome === 'ok' ? 0 : -1 };
    if (outcome !== 'ok') throw result;
    return result;
  }

  const run = (callback, value) => { try { callback?.(value); } catch (e) { setTimeout(() => { throw e; }); } };

  /** Once per address, as the page's signature is for one address. */
  function ensure(kind, name, factory, on) {
    const url = location.href.split('#')[0];
    if (tasks[kind]?.url === url) return tasks[kind].promise;
    const own = options;
    const promise = (async () => {
      if (!own?.[factory]) throw Object.assign(new Error('Missing ' + factory), { errMsg: `${name}:fail Missing ${factory}`, errCode: -1 });
      const data = await own[factory](url);
      const identity = { kind, corpId: own.corpId, agentId: `${own.agentId ?? ''}`, url, timestamp: `${data.timestamp}`, nonceStr: data.nonceStr, signature: data.signature };
      const result = await invoke(name, identity);
      const checkResult = Object.fromEntries((own.jsApiList || []).map(api => [api, ['createTodo', 'viewTodo'].includes(api)]));
      return { params: identity, result: { ...result, checkResult } };
    })();
    promise.then(
      done => { run(own?.[on + 'Success'], done.result); run(own?.[on + 'Complete'], done.result); },
      error => { run(own?.[on + 'Fail'], error); run(own?.[on + 'Complete'], error); });
    tasks[kind] = { url, promise };
    return promise;
  }

  const ensureCorpConfigReady = () => ensure('corp', 'config', 'getConfigSignature', 'onConfig');
  const ensureAgentConfigReady = () => ensure('agent', 'agentConfig', 'getAgentConfigSignature', 'onAgentConfig');
  const ensureConfigReady = () => (options?.getAgentConfigSignature ? ensureAgentConfigReady() : ensureCorpConfigReady());

  function register(registered) {
    options = registered;
    tasks = {};
    if (options.getAgentConfigSignature || options.getConfigSignature) ensureConfigReady().catch(() => {});
  }

  async function call(name, params = {}) {
    try {
      if (!options) throw { errMsg: `${name}:fail no permission`, errCode: -1 };
      const { params: identity } = await ensureConfigReady();
      const { success, fail, cancel, complete, ...plain } = params;
      const result = await invoke(name, { ...plain, identity, jsApiList: options.jsApiList || [] });
      run(success, result);
      run(complete, result);
      return result;
    } catch (error) {
      run(/:cancel$/.test(error.errMsg) ? params.cancel : params.fail, error);
      run(params.complete, error);
      throw error;
    }
  }

  window.ww = {
    SDK_VERSION: '2.4.4-sandbox',
    register,
    ensureConfigReady,
    ensureCorpConfigReady,
    ensureAgentConfigReady,
    createTodo: params => call('createTodo', params),
    viewTodo: params => call('viewTodo', params),
  };
})();
