/* The choice of colours, interactive charts, and buttons that copy code. */
(function () {
  'use strict';

  var root = document.documentElement;
  var charts = [];

  function each(list, action) { Array.prototype.forEach.call(list, action); }

  /** Returns the current colours, for charts. */
  function palette() {
    var style = getComputedStyle(root);
    function colour(name) { return style.getPropertyValue('--' + name).trim(); }
    return {ink: colour('ink'), page: colour('page')};
  }

  function paint(colours) {
    charts.forEach(function (chart) { chart.recolour(colours); });
  }

  function recolour() { paint(palette()); }

  var theme = document.getElementById('theme');
  theme.value = root.dataset.theme || '';
  theme.addEventListener('change', function () {
    if (theme.value) { root.dataset.theme = theme.value; } else { delete root.dataset.theme; }
    try {
      sessionStorage.setItem('pipemark-theme', theme.value);
    } catch (none) { /* A page from a file may have no storage. The choice then lasts until the page is closed. */ }
    recolour();
  });
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', recolour);

  /* ECharts and the charts are unpacked at once, but run only when the first chart comes near. */

  var packed = document.getElementById('packed');
  var code = '';

  function unpack() {
    var bytes = Uint8Array.from(atob(packed.textContent), function (letter) { return letter.charCodeAt(0); });
    packed.remove();
    return new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream('deflate'))).text();
  }

  function load() {
    if (code) {
      var script = document.createElement('script');
      script.textContent = code;
      code = '';
      document.head.appendChild(script);
    }
    return typeof livePipemarkChart === 'function';
  }

  function live(figure) {
    var place = figure.querySelector('.chart');
    if (place.hasAttribute('data-live') || !load()) { return; }
    var element = document.createElement('div');
    element.className = 'live';
    element.setAttribute('role', 'img');
    element.setAttribute('aria-labelledby', figure.id + '-title');
    element.setAttribute('aria-describedby', figure.id + '-about');
    place.appendChild(element);
    place.setAttribute('data-live', '');
    try {
      var table = document.getElementById(figure.dataset.table);
      charts.push(livePipemarkChart(element, figure.dataset.chart, table, palette()));
    } catch (broken) {
      place.removeAttribute('data-live');
      element.remove();
    }
  }

  var figures = document.querySelectorAll('figure[data-chart]');
  if (packed && 'DecompressionStream' in window) {
    var near = new IntersectionObserver(function (entries) {
      entries.forEach(function (entry) {
        if (entry.isIntersecting) {
          near.unobserve(entry.target);
          setTimeout(function () { live(entry.target); }, 0);
        }
      });
    }, {rootMargin: '400px'});
    unpack().then(function (text) {
      code = text;
      each(figures, function (figure) { near.observe(figure); });
    });
  }

  /* Paper shows all charts, dark on white. */
  window.addEventListener('beforeprint', function () {
    each(figures, live);
    paint({ink: '#000000', page: '#ffffff'});
  });
  window.addEventListener('afterprint', recolour);

  each(document.querySelectorAll('main pre'), function (pre) {
    var button = document.createElement('button');
    button.type = 'button';
    button.className = 'copy';
    button.textContent = 'Copy';
    button.addEventListener('click', function () {
      var code = pre.querySelector('code');
      getSelection().selectAllChildren(code);
      if (!navigator.clipboard) { return; }
      navigator.clipboard.writeText(code.textContent.trim()).then(function () {
        button.textContent = 'Copied';
        setTimeout(function () { button.textContent = 'Copy'; }, 2000);
      }, function () { /* The code is selected, so the reader can copy it by keys. */ });
    });
    pre.appendChild(button);
  });
}());
