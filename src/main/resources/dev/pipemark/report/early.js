/* Before anything is shown: that there are scripts, and which colours were chosen. */
(function () {
  'use strict';
  var root = document.documentElement;
  root.classList.add('scripts');
  try {
    var theme = sessionStorage.getItem('pipemark-theme');
    if (theme === 'light' || theme === 'dark') { root.dataset.theme = theme; }
  } catch (none) { /* A page that was opened as a file may have no storage. */ }
}());
