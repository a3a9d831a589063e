// What somebody has typed but not sent, kept in this browser until it is sent.

const LASTS = 7 * 86_400_000;

export function draftOf(userId) {
  const place = `issueloop.draft.${userId}`;
  return {
    read() {
      try {
        const kept = JSON.parse(window.localStorage.getItem(place));
        return kept && Date.now() - kept.at < LASTS ? kept : null;
      } catch {
        return null; // no storage in a private window, or not ours
      }
    },
    keep(values) {
      try {
        window.localStorage.setItem(place, JSON.stringify({ ...values, at: Date.now() }));
      } catch {
        // the page works without
      }
    },
    forget() {
      try {
        window.localStorage.removeItem(place);
      } catch {
        // nothing was kept
      }
    },
  };
}
