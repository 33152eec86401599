/* What Tasklist says to people who sell. Words that are not named here stay its own. */

const WORDS = {
  ASSIGN_NOTE_PROCESS: 'Also owed to this client',
  CLAIM_TASK: 'Take it on',
  CLICK_PROCESS_TO_START: 'What would you like to do?',
  CLOSE_TASK: 'Close',
  COMPLETE: 'Record',
  COMPLETE_ERROR: 'Not recorded yet',
  COMPLETE_OK: 'Recorded. What comes next opens by itself.',
  DESCRIPTION: 'What to do',
  DIAGRAM: 'Map of this stage',
  FORM: 'Plan and record',
  NO_AVAILABLE_FILTER: 'There is no list for you here.',
  NO_DESCRIPTION: 'Nothing more is said about this one.',
  NO_MATCHING_TASK: 'There is nothing in this list.',
  NO_PROCESS_DEFINITION_AVAILABLE: 'There is nothing that you can start.',
  PAGES_MSG_ACCESS_DENIED: 'This is not for you.',
  PAGES_MSG_ACCESS_DENIED_RESOURCE_ID: 'This is not for you.',
  PAGES_MSG_COMMUNICATION_ERROR: 'Something went wrong here. Load the page again; what you saved is still there.',
  PAGES_MSG_NOT_FOUND: 'What you asked for is not there any more.',
  PAGES_MSG_SERVER_ERROR: 'Something went wrong here. Load the page again; what you saved is still there.',
  PROCESS_START_ERROR: 'Not done yet',
  PROCESS_START_OK: 'Done.',
  RESTRICTION_NOTICE: 'There is nothing on this page of the list.',
  RESET_PAGE: 'Go to the first page',
  SAVE: 'Save draft',
  SAVE_HINT: 'Keeps what you have written on this computer, so that you can go on later',
  SEARCH_PROCESS_BY_NAME: 'Search',
  SELECT_TASK_IN_LIST: 'Choose a conversation in the list.',
  SHORTCUT: 'Keys',
  SHORTCUT_HELP: 'Keyboard',
  START: 'Submit',
  START_PROCESS: 'New',
  TASK_HAS_BEEN_REMOVED: 'This was completed meanwhile, by you elsewhere or by somebody else.',
  TASK_NOT_EXIST: 'This was completed meanwhile'
};

window.angular.module('cam.tasklist').config(['$provide', provide =>
  provide.decorator('localeLoader', ['$delegate', load =>
    options => load(options).then(words => ({ ...words, ...WORDS }))])]);
