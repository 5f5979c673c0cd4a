import { isOwnAddress } from './own-address';

it.each(['localhost', 'LOCALHOST', 'srd.localhost', '127.0.0.1', '127.1.2.3', '[::1]', '::1'])(
  'no phone can follow %s',
  (hostname) => expect(isOwnAddress(hostname)).toBe(true),
);

it.each(['192.168.1.20', '10.127.0.1', 'srd.sfj.example', 'localhost.example', '1270.0.0.1', '[fe80::1]'])(
  'a phone may follow %s',
  (hostname) => expect(isOwnAddress(hostname)).toBe(false),
);
