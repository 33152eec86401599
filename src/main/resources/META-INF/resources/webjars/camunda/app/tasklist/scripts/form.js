/* What a form does beside Tasklist: says at each question what is wrong with its answer, and keeps what was written when it is left. */

const LEFT_OUT = 'Answers are missing or cannot be accepted. Each is marked.';

const MARKS = '.t2c-fault, .fjs-form-field-error';

const OPENING = '.fjs-form-field-datetime, .fjs-form-field-select, .fjs-form-field-taglist';

const RECORDED_MS = 8000;

const idOf = field => 'Field_' + field.charAt(0).toUpperCase() + field.slice(1);

// a fault of the whole conversation is said at its first question
function fieldIn(form, name) {
  const first = name === 'items' ? '[id$="State"], [id*="State-"]' : null;
  const input = form.querySelector('[id$="-' + idOf(name) + '"], [id*="-' + idOf(name) + '-"]')
      || (first && form.querySelector(first));
  return input && input.closest('.fjs-form-field');
}

function say(field, sentence) {
  const element = document.createElement('div');
  element.className = 't2c-fault';
  element.textContent = sentence;
  field.append(element);
}

// what opens a list or a calendar when it is entered would cover the sentence: the question around it is entered instead
function enter(field) {
  const input = field.querySelector('input, textarea');
  if (input && !field.matches(OPENING)) {
    input.focus({ preventScroll: true });
  } else {
    field.tabIndex = -1;
    field.focus({ preventScroll: true });
  }
}

function leadToFirst(form) {
  const first = form.querySelector(MARKS);
  const field = first && first.closest('.fjs-form-field');
  if (field) {
    field.scrollIntoView({ block: 'center' });
    enter(field);
  }
}

const clear = form => form.querySelectorAll('.t2c-fault').forEach(it => it.remove());

function show(form, error) {
  const answer = error.response && error.response.body;
  ((answer && answer.faults) || []).forEach(fault => {
    const field = fieldIn(form, fault.field);
    if (field) {
      say(field, fault.sentence);
    }
  });
  setTimeout(() => leadToFirst(form));
}

/* An answer that is being changed is no longer the one that was refused. */
function forget(event) {
  const field = event.target.closest('.fjs-form-field');
  if (field) {
    clear(field);
  }
}

/* Where a form is left without "Save draft", it is saved all the same. */
function keep(scope, controller) {
  let changed = false;
  let save = () => {};
  const leave = () => {
    if (changed && controller.getParams().taskId) {
      changed = false;
      save();
    }
  };
  const register = controller.registerSaveHandler;
  controller.registerSaveHandler = handler => register(save = handler);
  const dirty = controller.notifyFormDirty;
  controller.notifyFormDirty = is => dirty(changed = is);
  const unload = () => {
    document.activeElement.blur();
    leave();
  };
  window.addEventListener('pagehide', unload);
  scope.$on('$destroy', () => {
    window.removeEventListener('pagehide', unload);
    leave();
  });
  return () => { changed = false; };
}

// Tasklist has one place for what was typed into any start form, by whoever sat here last
const ANY_START = 'camunda-form:undefined';

function move(from, to, fromKey, toKey) {
  const typed = from.getItem(fromKey);
  from.removeItem(fromKey);
  if (typed) {
    to.setItem(toKey, typed);
  }
}

/* Who has to sign in again finds the start form as it was: it is kept in this tab, for this person and this process. */
function keepStart(scope, controller) {
  const { taskId, processDefinitionKey } = controller.getParams();
  if (taskId) {
    return;
  }
  const key = 't2c-typed ' + encodeURIComponent(scope.$root.authentication.name) + ' start ' + processDefinitionKey;
  const bring = () => move(sessionStorage, localStorage, key, ANY_START);
  const take = () => move(localStorage, sessionStorage, ANY_START, key);
  localStorage.removeItem(ANY_START);
  bring();
  window.addEventListener('pagehide', take);
  // a moment later: Tasklist's form hears of it too, and writes it down
  scope.$on('authentication.login.required', () => setTimeout(take));
  scope.$on('$destroy', () => {
    window.removeEventListener('pagehide', take);
    localStorage.removeItem(ANY_START);
  });
}

function watch(scope, element, controller, recorded) {
  const form = element[0];
  const done = keep(scope, controller);
  keepStart(scope, controller);
  form.addEventListener('input', forget);
  const register = controller.registerCompletionHandler;
  controller.registerCompletionHandler = complete => register(answer => {
    clear(form);
    complete((error, result) => {
      if (error) {
        show(form, error);
        answer(error.message ? error : { ...error, message: LEFT_OUT }, result);
      } else {
        done();
        if (controller.getParams().taskId) {
          recorded();
        }
        answer(error, result);
      }
    });
  });
}

const tasklist = window.angular.module('cam.tasklist');

// Tasklist says so of what was started, and nothing of what was recorded
tasklist.directive('camTasklistForm', ['$translate', 'Notifications', (translate, notifications) => {
  const recorded = () => notifications.addMessage({ duration: RECORDED_MS, status: translate.instant('COMPLETE_OK') });
  return {
    restrict: 'A',
    require: 'camTasklistForm',
    link: { pre: (scope, element, _, controller) => watch(scope, element, controller, recorded) }
  };
}]);

// who goes on to something else has read what was refused
tasklist.directive('uibModalWindow', ['Notifications', notifications => ({
  restrict: 'A',
  link: () => notifications.clear({ type: 'danger' })
})]);
