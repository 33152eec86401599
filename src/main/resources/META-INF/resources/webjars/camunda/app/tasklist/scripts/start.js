/* What can be started says what it is for, below its name. */

const PURPOSE = '<p class="t2c-purpose" ng-if="processDefinition.description">{{ processDefinition.description }}</p>';

window.angular.module('cam.tasklist').directive('processes', () => ({
  restrict: 'C',
  compile: list => { list.find('li').append(PURPOSE); }
}));
