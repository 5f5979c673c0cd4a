/** The register of natural persons: sealed per person, so that a person can be forgotten. */
export { openCommonPersons, openPersons, personsIn } from './register';
