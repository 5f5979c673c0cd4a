import {
  createHash,
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  sign as signNode,
  verify as verifyNode,
} from 'node:crypto';
import fc from 'fast-check';
import { fromHex, toHex } from '@srd/kernel';
import { flawOfPublicKey, flawOfSignature, sha512, verifyEd25519 } from '.';
import { ORDER } from './edwards';
import { flipped } from './log.fixture';
import { signerFrom } from './key.fixture';

const byNode = (publicKey: Uint8Array, message: Uint8Array, signature: Uint8Array): boolean => {
  const der = Buffer.concat([Buffer.from('302a300506032b6570032100', 'hex'), publicKey]);
  return verifyNode(null, message, createPublicKey({ key: der, format: 'der', type: 'spki' }), signature);
};

/** RFC 8032, 7.1: secret key, public key, message, signature. */
const vectors = [
  [
    '9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60',
    'd75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a',
    '',
    'e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b',
  ],
  [
    '4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb',
    '3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c',
    '72',
    '92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00',
  ],
  [
    'c5aa8df43f9f837bedb7442f31dcb7b166d38535076f094b85ce3a2e0b4458f7',
    'fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025',
    'af82',
    '6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac18ff9b538d16f290ae67f760984dc6594a7c15e9716ed28dc027beceea1ec40a',
  ],
] as const;

it('SHA-512 is the platform’s', () => {
  for (const length of [0, 1, 3, 110, 111, 112, 113, 127, 128, 129, 239, 240, 256, 1000]) {
    const bytes = Uint8Array.from({ length }, (_, n) => (n * 7) & 255);
    expect(toHex(sha512(bytes))).toBe(createHash('sha512').update(bytes).digest('hex'));
  }
});

describe('T15 Ed25519 in plain arithmetic', () => {
  it.each(vectors)('RFC 8032, 7.1: %s', (secret, publicKey, message, signature) => {
    expect(flawOfPublicKey(fromHex(publicKey))).toBeNull();
    expect(verifyEd25519(fromHex(publicKey), fromHex(message), fromHex(signature))).toBe(true);
    for (const bit of [0, 100, 255, 256, 400, 511])
      expect(verifyEd25519(fromHex(publicKey), fromHex(message), flipped(fromHex(signature), bit))).toBe(false);
    expect(verifyEd25519(fromHex(publicKey), fromHex(`${message}00`), fromHex(signature))).toBe(false);
    const own = signerFrom(fromHex(secret));
    expect([toHex(own.publicKey), toHex(own.sign(fromHex(message)))]).toEqual([publicKey, signature]);
  });

  it('judges as the platform does: signatures that fit and with one bit turned', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), fc.nat(511), (message, bit) => {
        const { privateKey, publicKey } = generateKeyPairSync('ed25519');
        const key = publicKey.export({ format: 'der', type: 'spki' }).subarray(12);
        const signature = signNode(null, message, privateKey);
        expect(verifyEd25519(key, message, signature)).toBe(true);
        const wrong = flipped(signature, bit);
        expect(verifyEd25519(key, message, wrong)).toBe(byNode(key, message, wrong));
        expect(verifyEd25519(key, flipped(Buffer.concat([message, key]), bit % 8), signature)).toBe(false);
      }),
      { numRuns: 40 },
    );
  });

  it('signs as the platform does, for tests', () => {
    const seed = fromHex('07'.repeat(32));
    const der = Buffer.concat([Buffer.from('302e020100300506032b657004220420', 'hex'), seed]);
    const expected = signNode(null, seed, createPrivateKey({ key: der, format: 'der', type: 'pkcs8' }));
    expect(toHex(signerFrom(seed).sign(seed))).toBe(toHex(expected));
  });

  it('refuses an S from the order on, which some platforms took for another signature of the same text', () => {
    const [, publicKey, message, signature] = vectors[1];
    const s = BigInt(`0x${Buffer.from(signature.slice(64), 'hex').reverse().toString('hex')}`) + ORDER;
    const more = Buffer.from(s.toString(16).padStart(64, '0'), 'hex').reverse().toString('hex');
    const second = fromHex(signature.slice(0, 64) + more);
    expect(flawOfSignature(second)).toBe('not-canonical');
    expect(verifyEd25519(fromHex(publicKey), fromHex(message), second)).toBe(false);
    expect(flawOfSignature(fromHex(signature).subarray(1))).toBe('length');
    expect(flawOfSignature(fromHex('ff'.repeat(32) + '00'.repeat(32)))).toBe('not-canonical');
  });

  const identity = `01${'00'.repeat(31)}`;
  /** The points of order 1, 2, 4 and 8, and the other ways to write them. */
  const small = [
    identity,
    `ec${'ff'.repeat(30)}7f`,
    '00'.repeat(32),
    `${'00'.repeat(31)}80`,
    'c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a',
    'c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac03fa',
    '26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05',
    '26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc85',
  ];
  const otherwise = [
    `01${'00'.repeat(30)}80`,
    `ec${'ff'.repeat(31)}`,
    `ee${'ff'.repeat(30)}7f`,
    `ee${'ff'.repeat(31)}`,
    `ed${'ff'.repeat(30)}7f`,
    `ed${'ff'.repeat(31)}`,
    'ff'.repeat(32),
  ];

  it.each(small)('refuses the key of small order %s', (key) => {
    expect(flawOfPublicKey(fromHex(key))).toBe('small-order');
  });
  it.each(otherwise)('refuses the key %s, another way of writing a point', (key) => {
    expect(flawOfPublicKey(fromHex(key))).toBe('not-canonical');
  });
  it('refuses what is no point and what has not 32 bytes', () => {
    expect(flawOfPublicKey(fromHex(`02${'00'.repeat(31)}`))).toBe('off-curve');
    expect(flawOfPublicKey(new Uint8Array(31))).toBe('length');
  });

  it('refuses signatures that fit any text under the identity, which some platforms accept', () => {
    const base = `58${'66'.repeat(31)}`;
    for (const signature of [identity + '00'.repeat(32), `${base}01${'00'.repeat(31)}`])
      expect(verifyEd25519(fromHex(identity), Buffer.from('anything'), fromHex(signature))).toBe(false);
  });
});
