// A phone's keyboard takes the lower half of the screen: what is sent with a button stays in reach above it.

const HALF = 0.75;
const WRITTEN = "textarea, input:not([type=checkbox], [type=radio], [type=file], [type=date])";

/**
 * Marks the page as `typing` while somebody writes with the keyboard open. Where the window shrinks with it (Android)
 * --keyboard is 0; where it is laid above the page (iOS) it is its height.
 */
export function makeWayForKeyboard() {
  const page = document.documentElement;
  const view = window.visualViewport;
  if (!view) return;
  let whole = view.height;
  let width = view.width;
  function settle() {
    if (view.width !== width) {
      width = view.width; // turned
      whole = view.height;
    }
    whole = Math.max(whole, view.height);
    // until the keyboard is gone, not only until another field is touched: nothing is to jump below the thumb
    const writes = page.classList.contains("typing") || Boolean(document.activeElement?.matches(WRITTEN));
    const typing = writes && view.scale === 1 && view.height < whole * HALF;
    page.classList.toggle("typing", typing);
    page.style.setProperty("--keyboard", `${typing ? Math.max(0, Math.round(window.innerHeight - view.height - view.offsetTop)) : 0}px`);
  }
  view.addEventListener("resize", settle);
  document.addEventListener("focusin", settle);
}
