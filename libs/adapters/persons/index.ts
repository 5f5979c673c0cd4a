/** The register of natural persons: sealed per person, so that a person can be forgotten. */
export { openPersons } from './register';
