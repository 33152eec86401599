/* One place to sign in: ours. Whoever signed out, or was away too long, is led there instead of to the webapp's own form. */

import { root } from './root.js';

const TYPED = 't2c-typed ';

let leaving = false;
let user = null;

// the first reason counts: whoever signed out is asked to sign in next. A moment later, so that an open form hears of it
// and keeps its draft
function leave(reason) {
  if (!leaving) {
    leaving = true;
    setTimeout(() => window.location.assign(root + '/login?' + reason));
  }
}

// the first page leads back, once the same person has signed in
function remember() {
  if (user && !leaving) {
    sessionStorage.setItem('t2c-back', JSON.stringify({ user, where: location.pathname + location.search + location.hash }));
  }
}

// what our own pages keep of what somebody else typed
function forget(others) {
  Object.keys(sessionStorage)
      .filter(key => key.startsWith(TYPED) && !(others && key.startsWith(TYPED + encodeURIComponent(user) + ' ')))
      .forEach(key => sessionStorage.removeItem(key));
}

window.angular.module('cam.commons').run(['$rootScope', scope => {
  scope.$on('authentication.changed', (event, authentication) => {
    if (authentication) {
      user = authentication.name;
      forget(true);
    }
  });
  scope.$on('authentication.login.required', event => {
    event.preventDefault();
    remember();
    leave('expired');
  });
  scope.$on('authentication.logout.success', event => {
    event.preventDefault();
    forget(false);
    leave('out');
  });
}]);
