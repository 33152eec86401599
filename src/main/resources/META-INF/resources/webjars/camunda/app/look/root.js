/* Where the application itself is served: the webapps stand in a folder of it. */

const webapps = document.querySelector('base').getAttribute('app-root');

export const root = webapps.replace(/\/camunda$/, '');
