// How wide the page is, and what sticks out of the window.
(() => {
  const width = document.documentElement.clientWidth;
  const sticksOut = (element) => element.getBoundingClientRect().right > width + 0.5;
  const isSeen = (element) => !element.closest(".hidden, .skip");
  const out = [...document.body.querySelectorAll("*")].filter((element) => isSeen(element) && sticksOut(element));
  return {
    width: document.documentElement.scrollWidth,
    out: out.map((element) => `${element.tagName}.${element.className}: ${element.textContent.slice(0, 60)}`),
  };
})()
