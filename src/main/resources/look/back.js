// Whoever had to sign in again goes on where they were in Tasklist, Cockpit or Admin; somebody else does not.
const WHERE = 't2c-back';
const left = JSON.parse(sessionStorage.getItem(WHERE) || 'null');
sessionStorage.removeItem(WHERE);
if (left && left.user === document.body.dataset.user) {
  location.replace(left.where);
}
