// Where the board begins: with one's own team, or wider where that has nothing to do, and says so.

import { get } from "./api.js";
import { h } from "./dom.js";
import { t } from "./i18n.js";

/** The team of the address, as the choice has it; `option` is one the choice has not. */
export async function startOf(person) {
  const own = person.teams.some((team) => team.id === String(person.team)) ? String(person.team) : "";
  try {
    const { reach, teams, name } = await get("/api/issues/board/start");
    if (reach === "OWN") return { team: own };
    const team = teams.join();
    return { team, reach, name, own, option: reach === "ABOVE" ? [[team, t`${name}及下属团队`]] : [] };
  } catch {
    return { team: own }; // the board is useful without
  }
}

/** Why it is not one's own team that is shown, and the way to it; nothing where it is. */
export function widened(person, start) {
  if (!start?.reach) return h("div", { hidden: true });
  const shown = start.reach === "ABOVE" ? t`${start.name}及下属团队` : t`全部团队`;
  return h("p", { class: "notice board-start", role: "status" },
    t`${person.teamName || t`您的团队`}现在没有在办的问题，先为您显示${shown}。`, " ",
    start.own && h("a", { href: `/board?team=${start.own}` }, t`只看自己的团队`));
}
