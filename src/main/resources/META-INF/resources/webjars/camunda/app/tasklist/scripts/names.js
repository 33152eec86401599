/* Names for what Tasklist shows without words, for those who hear the page. */

const NAMES = {
  regionToggle: 'Fold or unfold this column',
  maximize: 'Show nothing but this conversation',
  resetRegions: 'Show all columns again'
};

const tasklist = window.angular.module('cam.tasklist');

Object.entries(NAMES).forEach(([css, name]) =>
  tasklist.directive(css, () => ({ restrict: 'C', link: (_, element) => element.attr('aria-label', name) })));

// who has other applications too goes there from a little house
tasklist.directive('glyphiconHome', () => ({
  restrict: 'C',
  link: (_, element) => element.parent().attr('aria-label', 'Other applications')
}));

// a moment later: its title is written by then
tasklist.directive('uibModalWindow', ['$timeout', later => ({
  restrict: 'A',
  link: (_, element) => later(() => element.attr('aria-label', element.find('.modal-title').text().trim()), 100)
})]);
