// Where the site lies is not known when it is built, and this page is served at any depth of it. The site's folder is the one from
// here upwards that has this very version's file: from there the links lead to the stories.
for (let folder = new URL("./", location.href); ; folder = new URL("../", folder)) {
  const here = await fetch(new URL("{file}", folder), { method: "HEAD" }).then((answer) => answer.ok, () => false);
  if (here) for (const link of document.querySelectorAll("main a")) link.href = new URL(link.getAttribute("href"), folder).href;
  if (here || folder.pathname === "/") break;
}
