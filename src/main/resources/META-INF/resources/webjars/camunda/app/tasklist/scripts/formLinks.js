// In what a form shows, an issue's number and the address of a page of ours lead there.
const PLACE = /(ISS-\d{8}-\d{4,})|(?<![\w/.])\/(?:m|admin|knowledge|kpi|targets|reports)(?:\/[\w-]+)*/;

function link(text) {
  for (let found = PLACE.exec(text.data); found; found = PLACE.exec(text.data)) {
    const place = text.splitText(found.index);
    text = place.splitText(found[0].length);
    const anchor = document.createElement('a');
    Object.assign(anchor, { href: found[1] ? `/issues/${found[1]}` : found[0], target: '_blank', rel: 'noopener' });
    place.replaceWith(anchor);
    anchor.append(place);
  }
}

function linkAll() {
  document.querySelectorAll('.fjs-form-field-text').forEach((field) => {
    const texts = document.createTreeWalker(field, NodeFilter.SHOW_TEXT);
    const plain = [];
    while (texts.nextNode()) if (!texts.currentNode.parentElement.closest('a')) plain.push(texts.currentNode);
    plain.filter((text) => PLACE.test(text.data)).forEach(link);
  });
}

new MutationObserver(linkAll).observe(document.documentElement, { childList: true, subtree: true, characterData: true });
