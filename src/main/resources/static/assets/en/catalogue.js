// The English of the pages: phrases of the code, and labels and sentences the server says.

import admin from "./admin.js";
import appraisal from "./appraisal.js";
import common from "./common.js";
import editor from "./editor.js";
import events from "./events.js";
import home from "./home.js";
import issue from "./issue.js";
import knowledge from "./knowledge.js";
import kpi from "./kpi.js";
import lists from "./lists.js";
import pages from "./pages.js";
import server from "./server.js";

export const phrases = {
  ...common, ...home, ...issue, ...events, ...knowledge, ...kpi, ...appraisal, ...admin, ...lists, ...editor, ...pages,
};
export const sentences = server;
