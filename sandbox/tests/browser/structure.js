// What is wrong with the structure of the page for somebody who hears it or has no mouse.
(() => {
  const wrong = [];
  const all = (selector) => [...document.querySelectorAll(selector)];
  const expect = (holds, what) => holds || wrong.push(what);
  expect(document.documentElement.lang === "en", "no language");
  expect(document.title !== "", "no title");
  for (const landmark of ["header", "nav[aria-label]", "main", "footer"]) {
    expect(all(`body ${landmark}`).length === 1, `not one ${landmark}`);
  }
  const levels = all("h1, h2, h3, h4, h5, h6").map((heading) => Number(heading.tagName[1]));
  expect(levels[0] === 1 && levels.filter((level) => level === 1).length === 1, "not one h1 at the top");
  levels.forEach((level, i) => expect(i === 0 || level <= levels[i - 1] + 1, `a skipped level before heading ${i}`));
  for (const section of all("section")) {
    const name = document.getElementById(section.getAttribute("aria-labelledby"));
    expect(name && section.contains(name) && name.textContent.trim(), "a section without a name");
  }
  for (const table of all("table")) {
    expect(table.caption?.textContent.trim(), "a table without a caption");
    const columns = table.tHead.rows[0].cells.length;
    for (const row of table.rows) expect(row.cells.length === columns, "a ragged table");
    expect([...table.querySelectorAll("thead th")].every((cell) => cell.scope === "col"), "a column without a scope");
    expect([...table.tBodies[0].rows].every((row) => row.cells[0].scope === "row"), "a row without a scope");
  }
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) {
    const { data, parentElement } = texts.currentNode;
    const isApart = parentElement.closest("bdi, .prose, caption");
    expect(isApart || !/[\u202a-\u202e\u2066-\u2069]/.test(data), `a text that turns others around: ${data}`);
  }
  const ids = all("[id]").map((element) => element.id);
  expect(new Set(ids).size === ids.length, "an id twice");
  for (const link of all("a")) {
    expect(link.textContent.trim() !== "", "a link without a text");
    const isLocal = link.getAttribute("href").startsWith("#");
    expect(!isLocal || document.getElementById(link.hash.slice(1)), `nothing at ${link.hash}`);
    expect(isLocal || link.rel === "noreferrer noopener", `a link that tells where it comes from: ${link.href}`);
  }
  for (const time of all("time")) expect(!Number.isNaN(Date.parse(time.dateTime)), `not a time: ${time.dateTime}`);
  expect(all("script, [style], [tabindex]:not([tabindex='-1'])").length === 0, "a script, a style or a tab order of its own");
  return wrong;
})()
