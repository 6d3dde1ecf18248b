if (!location.search && !location.hash && CSS.supports("overflow-anchor", "none") && performance.getEntriesByType("navigation")[0]?.type === "navigate") document.documentElement.classList.add("far");
