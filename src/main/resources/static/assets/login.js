// The browser keeps what stands behind # to itself; a deep link into Tasklist needs it.
const fragment = window.location.hash;
window.location.replace(
  fragment ? `/login/start?fragment=${encodeURIComponent(fragment)}` : "/login/start",
);
