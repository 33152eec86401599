/* Read before Welcome builds itself; it serves as the page of the own profile. */

export default {
  app: { vendor: 'Target to Close', name: 'Welcome' },
  locales: { availableLocales: ['en'], fallbackLocale: 'en' },
  links: [],
  disableWelcomeMessage: true,
  customScripts: ['../look/session.js']
};
