// The page works without this file; with it, it filters, walks and shows passages.
"use strict";
const reconcile = (() => {
  const $ = (id) => document.getElementById(id);
  const root = document.documentElement;
  const [ID, LEVEL, CLAIM, RELATION, VERDICTS, DECISION, TEXT, DOCUMENTS] = [0, 1, 2, 3, 4, 5, 6, 7];
  const PAGE = 60;
  const TODO = ["open", "reopened", "conflicts", "later"];
  const index = JSON.parse($("index").textContent);
  const place = new Map(index.map((entry, at) => [entry[ID], at]));
  const list = $("list");
  const articles = new Map([...list.children].map((node) => [node.dataset.id, node]));
  const later = [...document.querySelectorAll("noscript.later")];
  const first = articles.size;
  const size = Number(list.dataset.chunk);
  let matches = index.map((_, at) => at);
  let low = 0;
  let shown = 0;
  let current = -1;

  // Findings beyond the first few lie folded in <noscript>, where they cost nothing until they are wanted.
  function article(at) {
    const id = index[at][ID];
    if (!articles.has(id)) {
      const fold = later[Math.floor((at - first) / size)];
      const template = document.createElement("template");
      template.innerHTML = fold.textContent;
      for (const node of [...template.content.children]) {
        articles.set(node.dataset.id, node);
        document.dispatchEvent(new CustomEvent("finding", { detail: node }));
      }
    }
    return articles.get(id);
  }

  function fits(entry, wanted) {
    return wanted.levels.has(entry[LEVEL])
      && (!wanted.claim || entry[CLAIM] === wanted.claim)
      && (!wanted.relation || entry[RELATION] === wanted.relation)
      && (!wanted.document || entry[DOCUMENTS].includes(wanted.document))
      && (!wanted.verdict || (wanted.verdict === "none" ? !entry[VERDICTS].length : entry[VERDICTS].includes(wanted.verdict)))
      && (!wanted.decision || entry[DECISION] === wanted.decision || (wanted.decision === "to do" && TODO.includes(entry[DECISION])))
      && wanted.words.every((word) => entry[TEXT].includes(word));
  }

  function filter() {
    const boxes = [...document.querySelectorAll('input[name="level"]')];
    const wanted = {
      levels: new Set(boxes.filter((box) => box.checked).map((box) => box.value)),
      claim: $("claim").value, relation: $("relation").value, document: $("document").value, verdict: $("verdict").value, decision: $("decision").value,
      words: $("q").value.toLowerCase().split(/\s+/).filter(Boolean),
    };
    const kept = current >= 0 ? matches[current] : -1;
    matches = [];
    index.forEach((entry, at) => { if (fits(entry, wanted)) matches.push(at); });
    current = matches.indexOf(kept);
    around(Math.max(current, 0));
    $("nothing").hidden = matches.length > 0 || index.length === 0;
    count();
    document.dispatchEvent(new CustomEvent("filtered"));
  }

  // The list holds the matches [low, shown): a window that grows as the reader walks.
  function more(wanted = shown + PAGE) {
    const upto = Math.min(wanted, matches.length);
    list.append(...matches.slice(shown, upto).map(article));
    shown = Math.max(shown, upto);
    edges();
  }

  function earlier() {
    const from = Math.max(0, low - PAGE);
    list.prepend(...matches.slice(from, low).map(article));
    low = from;
    edges();
  }

  function around(at) {
    low = Math.max(0, at - 5);
    shown = low;
    list.replaceChildren();
    more(low + PAGE);
  }

  function edges() {
    $("earlier").hidden = low === 0;
    $("more").hidden = shown >= matches.length;
  }

  function count() {
    const total = index.length;
    $("shown").textContent = matches.length === total ? `${total} finding${total === 1 ? "" : "s"}` : `${matches.length} of ${total} findings`;
  }

  function select(at, { focus = true, scroll = true } = {}) {
    if (at < 0 || at >= matches.length) return;
    if (at >= low && at === shown) more();
    else if (at === low - 1) earlier();
    else if (at < low || at >= shown) around(at);
    const before = list.querySelector('[aria-current="true"]');
    if (before) before.removeAttribute("aria-current");
    current = at;
    const node = article(matches[at]);
    node.setAttribute("aria-current", "true");
    if (focus) node.focus({ preventScroll: true });
    if (scroll) node.scrollIntoView({ block: "start" });
    if (scroll) window.scrollBy(0, -bar());
    history.replaceState(null, "", `#${node.id}`);
    const links = [...node.querySelectorAll(".places .place")];
    if (links.length && wide()) show(links[links.length - 1], links, false);
    document.dispatchEvent(new CustomEvent("selected", { detail: node }));
  }

  const wide = () => window.matchMedia("(min-width: 75rem)").matches;
  const bar = () => {
    const filters = $("filters");
    return getComputedStyle(filters).position === "sticky" ? filters.offsetHeight + 8 : 0;
  };

  // The passage in the whole document: its sheet is opened, it is scrolled to and marked.
  function show(link, all = [link], jump = true) {
    const id = decodeURIComponent(link.hash.slice(1));
    const target = id && document.getElementById(id);
    if (!target) return false;
    sheet(target.closest(".sheet"));
    document.querySelectorAll(".marked").forEach((node) => node.classList.remove("marked"));
    const marks = all.map((one) => [document.getElementById(one.hash.slice(1)), one.dataset.passage]);
    const ranges = [];
    for (const [node, passage] of marks) {
      if (!node || !node.classList.contains("s")) continue;
      node.classList.add("marked");
      const range = passage && find(node, passage);
      if (range) ranges.push(range);
    }
    if (window.Highlight && CSS.highlights) CSS.highlights.set("passage", new Highlight(...ranges));
    const pane = $("pane");
    if (wide()) {
      for (let again = 0; again < 2; again += 1) {
        const middle = target.getBoundingClientRect().top - pane.getBoundingClientRect().top - pane.clientHeight / 3;
        pane.scrollTop += middle;
      }
    } else if (jump) target.scrollIntoView({ block: "center" });
    return true;
  }

  function find(node, passage) {
    const walker = document.createTreeWalker(node, NodeFilter.SHOW_TEXT);
    let text = "";
    const stops = [];
    for (let part = walker.nextNode(); part; part = walker.nextNode()) {
      if (part.parentElement.closest(".flag")) continue;
      stops.push([text.length, part]);
      text += part.data;
    }
    const start = text.indexOf(passage);
    if (start < 0 || passage.length >= text.trim().length) return null;
    const at = (offset) => {
      const [from, part] = stops.filter(([from]) => from <= offset).pop();
      return [part, Math.min(offset - from, part.length)];
    };
    const range = document.createRange();
    range.setStart(...at(start));
    range.setEnd(...at(start + passage.length));
    return range;
  }

  function sheet(node) {
    if (!node) return;
    document.querySelectorAll(".sheet").forEach((one) => { one.hidden = one !== node; });
    document.querySelectorAll("#tabs button").forEach((button) => {
      button.setAttribute("aria-pressed", String(button.dataset.show === node.id));
    });
  }

  function open(hash) {
    const id = decodeURIComponent(hash.slice(1));
    if (id.startsWith("f-") && place.has(id.slice(2))) {
      const at = place.get(id.slice(2));
      if (!matches.includes(at)) reset();
      select(matches.indexOf(at));
    } else if (document.getElementById(id)?.closest(".sheet")) {
      show({ hash: `#${id}`, dataset: {} });
    }
  }

  function reset() {
    $("filters").reset();
    filter();
    hideEqual();
  }

  const hideEqual = () => root.classList.toggle("hide-equal", $("equal").checked);

  function theme() {
    const dark = root.dataset.theme ? root.dataset.theme === "dark" : window.matchMedia("(prefers-color-scheme: dark)").matches;
    root.dataset.theme = dark ? "light" : "dark";
    try { localStorage.setItem("reconcile-theme", root.dataset.theme); } catch { /* a page from the disk may have no storage */ }
  }

  const KEYS = {
    j: () => select(current + 1), k: () => select(current - 1),
    "/": () => { $("q").focus(); $("q").select(); },
    e: () => { $("equal").checked = !$("equal").checked; hideEqual(); },
    d: () => { const how = list.querySelector('[aria-current="true"] .how'); if (how) how.open = !how.open; },
    t: theme, "?": () => $("keys").showModal(),
  };

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || document.querySelector("dialog[open]")) return;
    if (event.target.closest("input[type=search], input[type=text], textarea, select")) {
      if (event.key === "Escape") event.target.blur();
      return;
    }
    if (Object.hasOwn(KEYS, event.key)) { event.preventDefault(); KEYS[event.key](event); }
  });

  document.addEventListener("click", (event) => {
    const link = event.target.closest("a");
    if (link && link.getAttribute("href")?.startsWith("#") && !event.ctrlKey && !event.metaKey) {
      const hash = link.getAttribute("href");
      const target = hash.length > 1 && document.getElementById(decodeURIComponent(hash.slice(1)));
      if (hash.startsWith("#f-")) { event.preventDefault(); open(hash); }
      else if (target && target.closest(".sheet")) {
        event.preventDefault();
        if (target.classList.contains("sheet")) { sheet(target); if (!wide()) target.scrollIntoView(); }
        else { show({ hash, dataset: link.dataset }); history.replaceState(null, "", hash); }
      }
      return;
    }
    const finding = event.target.closest(".finding");
    if (finding && !event.target.closest("button, input, select, textarea, summary, label") && !String(getSelection())) {
      select(matches.indexOf(place.get(finding.dataset.id)), { scroll: false });
    }
  });

  $("tabs").addEventListener("click", (event) => {
    const button = event.target.closest("button");
    if (button) sheet($(button.dataset.show));
  });
  $("filters").addEventListener("submit", (event) => event.preventDefault());
  let waiting = 0;
  $("filters").addEventListener("input", (event) => {
    if (event.target.id === "equal") return hideEqual();
    cancelAnimationFrame(waiting);
    waiting = requestAnimationFrame(filter);
    return undefined;
  });
  $("next").addEventListener("click", () => select(current + 1));
  $("previous").addEventListener("click", () => select(current - 1));
  $("more").addEventListener("click", () => more());
  $("earlier").addEventListener("click", earlier);
  $("theme").addEventListener("click", theme);
  $("help").addEventListener("click", () => $("keys").showModal());
  window.addEventListener("hashchange", () => open(location.hash));
  window.addEventListener("beforeprint", () => { if (matches.length <= 2000) { around(0); more(matches.length); } });
  new IntersectionObserver((seen) => { if (seen[0].isIntersecting) more(); }, { rootMargin: "800px" }).observe($("more"));

  try { const kept = localStorage.getItem("reconcile-theme"); if (kept) root.dataset.theme = kept; } catch { /* no storage */ }
  document.querySelectorAll(".tools, #filters, #tabs, #shown").forEach((node) => { node.hidden = false; });
  sheet(document.querySelector(".sheet"));
  count();
  shown = first;
  edges();
  if (location.hash) open(location.hash);

  return { KEYS, index, list, article, filter, select, fields: { ID, LEVEL, CLAIM, RELATION, VERDICTS, DECISION, TEXT },
    get current() { return current >= 0 ? article(matches[current]) : null; },
    get matches() { return matches.map((at) => index[at][ID]); } };
})();
