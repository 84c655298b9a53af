/* Runs before anything is shown: marks the page as having scripts, and sets the chosen colours. */
(function () {
  'use strict';
  var root = document.documentElement;
  root.classList.add('scripts');
  try {
    var theme = sessionStorage.getItem('pipemark-theme');
    if (theme === 'light' || theme === 'dark') { root.dataset.theme = theme; }
  } catch (none) { /* A page from a file may have no storage. */ }
}());
