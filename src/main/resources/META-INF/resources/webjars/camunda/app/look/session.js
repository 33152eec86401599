/* One place to sign in: ours. Whoever signed out, or was away too long, is led there instead of to the webapp's own form. */

import { root } from './root.js';

let leaving = false;

// the first reason counts: whoever signed out is asked to sign in next. A moment later, so that an open form hears of it
// and keeps its draft
function leave(reason) {
  if (!leaving) {
    leaving = true;
    setTimeout(() => window.location.assign(root + '/login?' + reason));
  }
}

window.angular.module('cam.commons').run(['$rootScope', scope => {
  scope.$on('authentication.login.required', event => {
    event.preventDefault();
    leave('expired');
  });
  scope.$on('authentication.logout.success', event => {
    event.preventDefault();
    leave('out');
  });
}]);
