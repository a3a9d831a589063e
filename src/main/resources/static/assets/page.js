// A page of one message, written in Chinese: says it in the chosen language.

import { other, speakOther, written } from "./i18n.js";

const [name, product] = document.title.split(" · ");
document.title = `${written(name)} · ${written(product)}`;
document.querySelectorAll("h1, p, a").forEach((element) => {
  if (element.children.length === 0) element.textContent = written(element.textContent);
});
const tongue = document.createElement("button");
tongue.className = "link";
tongue.type = "button";
tongue.lang = other.lang;
tongue.textContent = other.name;
tongue.addEventListener("click", speakOther);
document.querySelector("main").append(tongue);
