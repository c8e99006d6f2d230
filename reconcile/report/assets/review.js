// Decisions on the page: the same served and from the disk; only where they are kept differs.
"use strict";
const review = (() => {
  const $ = (id) => document.getElementById(id);
  const box = $("review");
  const { index, list, fields: { ID, DECISION } } = reconcile;
  const place = new Map(index.map((entry, at) => [entry[ID], at]));
  const original = index.map((entry) => entry[DECISION]);
  const LETTERS = { n: "new", o: "old", b: "both", x: "neither", f: "false-alarm", l: "later" };
  const STATUSES = Object.values(LETTERS);
  const NAMES = { new: "new", old: "old", both: "both hold", neither: "neither", "false-alarm": "false alarm", later: "later" };
  const TODO = ["open", "reopened", "conflicts", "later"];
  const nodes = new Map();
  const said = new Map(); // id -> what is decided, once it is known to differ from what was printed
  const undone = [];

  const make = (tag, options = {}, ...children) => {
    const node = document.createElement(tag);
    const { data, attributes, ...properties } = options;
    Object.assign(node, properties);
    Object.assign(node.dataset, data ?? {});
    Object.entries(attributes ?? {}).forEach(([name, value]) => node.setAttribute(name, value));
    node.append(...children);
    return node;
  };
  const today = () => {
    const now = new Date();
    return [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((n) => String(n).padStart(2, "0")).join("-");
  };
  const todo = (id) => TODO.includes(index[place.get(id)][DECISION]);
  const status = (id) => index[place.get(id)][DECISION];

  // ------------------------------------------------------------ one finding

  // Old and new are two versions; else they are this document and a source, or two places of one document.
  const called = (host, name) => ({ new: host.dataset.this, old: host.dataset.other })[name] ?? NAMES[name];

  function build(node) {
    const host = node.querySelector(".decide");
    const title = node.querySelector("h3").textContent.trim();
    const texts = { new: host.dataset.new, old: host.dataset.old };
    const choices = make("div", { className: "choices", attributes: { role: "group", "aria-label": `Decide: ${title}` } });
    STATUSES.forEach((name, number) => {
      const button = make("button", { type: "button", data: { status: name }, attributes: { "aria-pressed": "false" } },
        make("kbd", { attributes: { "aria-hidden": "true" } }, String(number + 1)),
        make("span", { className: "which", dir: "auto" }, called(host, name)));
      if (name in texts) button.append(make("span", { className: "words", dir: "auto", title: texts[name] ?? "" }, texts[name] === undefined ? "(not stated)" : `“${texts[name]}”`));
      choices.append(button);
    });
    const field = (name, label) => make("label", { className: name }, make("span", {}, label), make("input", { type: "text", autocomplete: "off", data: { field: name } }));
    const what = field("value", "what is right");
    what.hidden = true;
    host.replaceChildren(choices, make("div", { className: "fields" }, field("why", "reason"), what));
    host.hidden = false;
  }

  function draw(id, known = true) {
    const node = nodes.get(id);
    if (!node) return;
    const told = said.get(id);
    const now = status(id);
    node.dataset.decision = now;
    node.dataset.state = STATUSES.includes(now) && now !== "later" ? "settled" : now;
    node.querySelectorAll(".choices button").forEach((button) => button.setAttribute("aria-pressed", String(button.dataset.status === now)));
    const [why, value] = ["why", "value"].map((name) => node.querySelector(`input[data-field="${name}"]`));
    if (told && document.activeElement !== why) why.value = told.why ?? "";
    if (told && document.activeElement !== value) value.value = told.value ?? "";
    value.closest("label").hidden = !["neither", "both"].includes(now) && node.dataset.asking === undefined;
    if (known && told) decided(node, told, now);
  }

  function decided(node, told, now) {
    let line = node.querySelector(".decided");
    if (now === "open") { line?.remove(); return; }
    if (!line) {
      line = make("p", { className: "decided" });
      node.querySelector(".controls").before(line);
    }
    const was = told.was ?? told;
    const words = (was.settled ?? []).map((part) => ` “${part.text}”`).join("");
    const rest = [words, was.by ? `, by ${was.by}` : "", was.day ? `, ${was.day}` : "", was.why ? `: ${was.why}` : ""].join("");
    line.replaceChildren(make("strong", {}, node.dataset.state), told.was ? ` ${was.status}` : now === node.dataset.state ? "" : ` ${now}`, rest);
    if (told.reason) line.append(" ", make("em", {}, `(${told.reason})`));
  }

  function prepare(node) {
    if (nodes.has(node.dataset.id)) return;
    nodes.set(node.dataset.id, node);
    build(node);
    draw(node.dataset.id);
  }

  // ------------------------------------------------------------ what is decided

  // `told` is as the server has it: {status, state, settled, why, by, day, reason, was}; undefined as printed.
  function take(id, told) {
    const at = place.get(id);
    if (at === undefined) return;
    index[at][DECISION] = told === undefined ? original[at] : told.status === "open" ? told.state ?? "open" : told.status;
    if (told === undefined) said.delete(id); else said.set(id, { value: ["neither", "both"].includes(told.status) ? told.settled?.at(-1)?.text : "", ...told });
    const node = nodes.get(id);
    if (node && told === undefined) {
      node.querySelectorAll("input[data-field]").forEach((input) => { input.value = ""; });
      if (original[at] === "open") node.querySelector(".decided")?.remove();
    }
    draw(id);
  }

  const settled = () => index.filter((entry) => !TODO.includes(entry[DECISION])).length;
  function progress() {
    const total = index.length;
    $("progress").value = settled();
    $("settled").textContent = `${settled()} of ${total} settled`;
    $("undo").disabled = undone.length === 0;
  }

  let fading = 0;
  function say(text) {
    $("said").textContent = text;
    clearTimeout(fading);
    fading = setTimeout(() => { $("said").textContent = ""; }, 4000);
  }
  function fail(text) {
    $("failed").textContent = text;
    $("failed").hidden = !text;
  }

  // ------------------------------------------------------------ the two ways to keep decisions

  const served = (address) => {
    const channel = "BroadcastChannel" in window ? new BroadcastChannel(`reconcile${location.pathname}`) : null;
    let line = Promise.resolve();
    async function ask(options) {
      const answer = await fetch(address, { cache: "no-store", ...options }).catch(() => null);
      if (!answer) throw new Error("The review server does not answer. Start reconcile review again; nothing that was settled is lost.");
      const data = await answer.json();
      if (!answer.ok) throw new Error(data.error);
      return data;
    }
    const inLine = (job) => { line = line.then(job, job); return line; };
    async function refresh() {
      const { state } = await ask();
      index.forEach((entry) => take(entry[ID], state[entry[ID]] ?? { status: "open" }));
      progress();
    }
    channel?.addEventListener("message", () => { inLine(refresh).catch((error) => fail(error.message)); });
    window.addEventListener("focus", () => { inLine(refresh).catch((error) => fail(error.message)); });
    return {
      start: () => inLine(refresh),
      keep: (rows) => inLine(async () => {
        const { state, problems } = await ask({ method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify({ format: 1, decisions: rows }) });
        rows.forEach(({ id }) => take(id, state[id] ?? { status: "open" }));
        channel?.postMessage("decided");
        if (problems.length) throw new Error(problems.join("\n"));
      }),
      again: (before) => before.map(({ id }) => ({ id, status: "undo" })),
    };
  };

  const fromDisk = () => {
    const name = `reconcile-review:${box.dataset.report}`;
    const drafts = new Map();
    const told = (row) => {
      const texts = { new: [nodes.get(row.id)?.querySelector(".decide").dataset.new], old: [nodes.get(row.id)?.querySelector(".decide").dataset.old], neither: [row.value] }[row.status] ?? [];
      return { status: row.status, state: row.status === "later" ? "later" : "settled", why: row.why, day: row.day, by: $("by").value, value: row.value, settled: texts.filter((text) => text !== undefined).map((text) => ({ text })) };
    };
    const store = () => {
      try { localStorage.setItem(name, JSON.stringify([...drafts.values()])); } catch { /* some browsers keep nothing for a page from the disk */ }
      $("download").disabled = drafts.size === 0;
      $("download").textContent = drafts.size ? `Download decisions (${drafts.size})` : "Download decisions";
    };
    const read = () => {
      const before = [...drafts.keys()];
      drafts.clear();
      try { JSON.parse(localStorage.getItem(name) ?? "[]").forEach((row) => { if (place.has(row.id)) drafts.set(row.id, row); }); } catch { /* nothing kept */ }
      before.filter((id) => !drafts.has(id)).forEach((id) => take(id, undefined));
      drafts.forEach((row) => take(row.id, told(row)));
      store();
      progress();
    };
    window.addEventListener("storage", (event) => { if (event.key === name) read(); });
    $("download").addEventListener("click", () => {
      const by = $("by").value.trim();
      const rows = [...drafts.values()].map((row) => ({ ...row, key: document.getElementById(`f-${row.id}`)?.dataset.key }));
      const text = JSON.stringify({ format: 1, ...(by ? { by } : {}), decisions: rows }, null, 1);
      const link = make("a", { href: URL.createObjectURL(new Blob([text], { type: "application/json" })), download: "decisions.json" });
      link.click();
      setTimeout(() => URL.revokeObjectURL(link.href), 60000);
      say("Downloaded. Write the files with: reconcile decide --from decisions.json");
    });
    return {
      start: async () => { try { $("by").value = localStorage.getItem("reconcile-by") ?? ""; } catch { /* nothing kept */ } $("by").addEventListener("change", () => { try { localStorage.setItem("reconcile-by", $("by").value); } catch { /* nothing kept */ } }); read(); },
      keep: async (rows) => {
        rows.forEach((row) => {
          if (row.status === "open") drafts.delete(row.id); else drafts.set(row.id, { ...row, day: row.day ?? today() });
          take(row.id, row.status === "open" ? undefined : told(drafts.get(row.id)));
        });
        store();
      },
      again: (before) => before.map(({ id, draft }) => draft ?? { id, status: "open" }),
      draft: (id) => drafts.get(id),
    };
  };

  const keeper = box.dataset.save ? served(box.dataset.save) : fromDisk();

  // ------------------------------------------------------------ deciding

  async function keep(rows, note) {
    const before = rows.map(({ id }) => ({ id, draft: keeper.draft?.(id), told: said.get(id), was: status(id) }));
    fail("");
    undone.push(before);
    rows.forEach((one) => expect(one)); // at once, so that the next key finds the next finding
    progress();
    busy(1);
    try {
      await keeper.keep(rows);
      say(`${note} · ${settled()} of ${index.length} settled`);
    } catch (error) {
      fail(error.message);
      if (undone.includes(before)) undone.splice(undone.indexOf(before), 1);
      before.forEach(({ id, told, was }) => back(id, told, was));
    }
    busy(-1);
    progress();
    document.dispatchEvent(new CustomEvent("decided", { detail: rows.map(({ id }) => id) }));
  }

  let saving = 0;
  function busy(more) {
    saving += more;
    box.toggleAttribute("data-busy", saving > 0);
  }
  window.addEventListener("beforeunload", (event) => { if (saving) event.preventDefault(); });

  function expect({ id, status: name, why }) {
    index[place.get(id)][DECISION] = name;
    const told = said.get(id);
    if (told) said.set(id, { ...told, why });
    draw(id, false);
  }

  function back(id, told, was) {
    index[place.get(id)][DECISION] = was;
    if (told) said.set(id, told); else said.delete(id);
    draw(id);
  }

  function row(id, name, more = {}) {
    const node = nodes.get(id);
    const written = (field) => node?.querySelector(`input[data-field="${field}"]`).value.trim() ?? "";
    const [why, value] = [written("why"), written("value")];
    return { id, status: name, ...(why ? { why } : {}), ...(value && ["neither", "both"].includes(name) ? { value } : {}), ...more };
  }

  function choose(id, name) {
    const node = nodes.get(id);
    if (name === status(id)) return keep([{ id, status: "open" }], "taken back");
    if (name === "neither" && !row(id, name).value) {
      node.dataset.asking = "";
      draw(id);
      node.querySelector('input[data-field="value"]').focus();
      say("Both texts are wrong: write what is right, then Enter");
      return Promise.resolve();
    }
    return keep([row(id, name)], NAMES[name]);
  }

  async function undo() {
    const before = undone.pop();
    if (!before) return;
    fail("");
    busy(1);
    try {
      await keeper.keep(keeper.again(before));
      say(before.length === 1 ? "undone" : `${before.length} decisions undone`);
      const at = reconcile.matches.indexOf(before[0].id);
      if (before.length === 1 && at >= 0) reconcile.select(at);
    } catch (error) {
      undone.push(before);
      fail(error.message);
    }
    busy(-1);
    progress();
  }

  function onward() {
    const matches = reconcile.matches;
    const here = matches.indexOf(reconcile.current?.dataset.id);
    const next = matches.findIndex((id, at) => at > here && todo(id));
    if (next >= 0) reconcile.select(next);
  }

  function byKey(name) {
    if (!reconcile.current) reconcile.select(0);
    const id = reconcile.current?.dataset.id;
    if (!id) return;
    if (name !== status(id)) choose(id, name);
    if (name === status(id)) onward();
  }

  // ------------------------------------------------------------ many at once

  const bulk = $("bulk");
  const waiting = () => reconcile.matches.filter((id) => todo(id));
  const count = (number) => `${number} finding${number === 1 ? "" : "s"}`;
  const chosen = () => bulk.querySelector('input[name="bulk"]:checked')?.value;
  function bulkTell() {
    const ids = waiting();
    const left = reconcile.matches.length - ids.length;
    $("bulk-what").textContent = `${count(ids.length)} to decide` + (left ? `; ${left} already settled ${left === 1 ? "is" : "are"} left as ${left === 1 ? "it is" : "they are"}.` : ".");
    $("bulk-do").textContent = chosen() ? `Settle ${count(ids.length)} as ${NAMES[chosen()]}` : `Settle ${count(ids.length)}`;
    $("bulk-do").disabled = !chosen() || !ids.length;
  }
  function bulkOpen() {
    $("bulk-form").reset();
    bulkTell();
    bulk.showModal();
  }
  $("bulk-open").addEventListener("click", bulkOpen);
  $("bulk-close").addEventListener("click", () => bulk.close());
  bulk.addEventListener("change", bulkTell);
  $("bulk-form").addEventListener("submit", () => {
    const [ids, name, why] = [waiting(), chosen(), $("bulk-why").value.trim()];
    if (name) keep(ids.map((id) => ({ id, status: name, ...(why ? { why } : {}) })), `${count(ids.length)}: ${NAMES[name]}`);
  });

  // ------------------------------------------------------------ wiring

  function single() {
    document.documentElement.classList.toggle("single", $("single").checked);
    if ($("single").checked && !reconcile.current) reconcile.select(0);
  }

  list.addEventListener("click", (event) => {
    const button = event.target.closest(".choices button");
    if (button) choose(button.closest(".finding").dataset.id, button.dataset.status);
  });
  list.addEventListener("change", (event) => {
    const input = event.target.closest("input[data-field]");
    if (!input) return;
    const node = input.closest(".finding");
    const id = node.dataset.id;
    const now = status(id);
    if (input.dataset.field === "value" && node.dataset.asking !== undefined) {
      delete node.dataset.asking;
      if (input.value.trim()) choose(id, "neither"); else draw(id);
    } else if (STATUSES.includes(now)) keep([row(id, now)], "reason kept");
  });
  list.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && event.target.closest("input[data-field]")) {
      const node = event.target.closest(".finding");
      event.target.blur();
      node.focus({ preventScroll: true });
    }
  });
  $("undo").addEventListener("click", undo);
  $("single").addEventListener("change", single);
  $("filters").addEventListener("reset", () => setTimeout(single));
  document.addEventListener("finding", (event) => prepare(event.detail));
  document.addEventListener("filtered", () => { if ($("single").checked && !reconcile.current) reconcile.select(0); });

  Object.entries(LETTERS).forEach(([letter, name], number) => {
    reconcile.KEYS[letter] = reconcile.KEYS[number + 1] = () => byKey(name);
  });
  Object.assign(reconcile.KEYS, {
    u: undo, a: bulkOpen,
    w: () => { if (!reconcile.current) reconcile.select(0); reconcile.current?.querySelector('input[data-field="why"]')?.focus(); },
    m: () => { $("single").checked = !$("single").checked; single(); },
  });

  const options = $("decision");
  const known = new Set([...options.options].map((option) => option.value));
  ["to do", ...TODO, ...STATUSES].forEach((name) => { if (!known.has(name)) { known.add(name); options.add(new Option(name, name)); } });
  [...list.children].forEach(prepare);
  if (reconcile.current) prepare(reconcile.current);
  $("reviewing").hidden = false;
  progress();
  keeper.start().then(() => box.setAttribute("data-ready", ""), (error) => fail(error.message));
  return { undo, choose, keep };
})();
