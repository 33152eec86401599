// Keeps what is typed into a form until the server has confirmed it: in this tab alone, and for this person alone.
const ALL = 't2c-typed ';
const WORDS = {
  notDone: 'You had to sign in again, so nothing was done yet.',
  unsent: 'You had to sign in again, so this was not sent yet. What you wrote is filled in: look it over and send it.',
  sent: 'You sent this before, and no answer came. Look whether it was recorded before you send it again.',
  typed: 'What you had written here is filled in again.'
};

const mine = ALL + encodeURIComponent(document.body.dataset.user) + ' ';
const pathOf = address => new URL(address, location.href).pathname;
const keyOf = form => mine + pathOf(form.getAttribute('action'));

function forget(which) {
  Object.keys(sessionStorage).filter(which).forEach(key => sessionStorage.removeItem(key));
}

function read(key) {
  const kept = sessionStorage.getItem(key);
  return kept && JSON.parse(kept);
}

function keep(form, sent) {
  const fields = [...new FormData(form)].filter(([name, value]) => name !== '_csrf' && typeof value === 'string');
  sessionStorage.setItem(keyOf(form), JSON.stringify({ sent, fields }));
}

function fill(field, values) {
  if (field.type === 'checkbox' || field.type === 'radio') {
    field.checked = values.includes(field.value);
  } else if (values.length) {
    field.value = values[0];
  }
}

const unsent = () => new URLSearchParams(location.search).has('unsent');

function say(before, words) {
  const said = document.createElement('p');
  said.className = 'told';
  said.setAttribute('role', 'status');
  said.textContent = words;
  before.before(said);
}

function bringBack(form) {
  const kept = read(keyOf(form));
  if (!kept) {
    return;
  }
  const fields = [...form.elements].filter(it => it.name && it.name !== '_csrf' && it.type !== 'file');
  fields.forEach(field => fill(field, kept.fields.filter(([name]) => name === field.name).map(([, value]) => value)));
  form.querySelectorAll('details').forEach(it => { it.open = true; });
  say(form, WORDS[unsent() ? 'unsent' : kept.sent ? 'sent' : 'typed']);
}

// what somebody else typed here is none of this person's
forget(key => key.startsWith(ALL) && !key.startsWith(mine));

document.querySelectorAll('[data-confirms]').forEach(it => {
  const key = mine + pathOf(it.dataset.confirms);
  const kept = read(key);
  if (kept && kept.sent) {
    sessionStorage.removeItem(key);
  }
});

document.querySelectorAll('form[data-keep]').forEach(form => {
  // an answer that was refused shows what was sent by itself
  if (form.dataset.keep === 'shown') {
    sessionStorage.removeItem(keyOf(form));
  } else {
    bringBack(form);
  }
  form.addEventListener('input', () => keep(form, false));
  form.addEventListener('submit', () => keep(form, true));
});

if (unsent() && !document.querySelector('form[data-keep]')) {
  say(document.querySelector('main').firstElementChild, WORDS.notDone);
}

document.querySelectorAll('form.out').forEach(form =>
  form.addEventListener('submit', () => forget(key => key.startsWith(ALL))));
