/** Keys in files that lie apart from the data, in a folder that several processes may share. */
export { makeOnce } from './make-once';
export { openSigner, RETIRED } from './signer';
export { openVault } from './vault';
