import { describe, expect, test } from 'vitest';
import { makeCertificate } from '../../../test/support/make-certificate.ts';
import { decodeBase64, readLatin } from './decode-base64.ts';
import { readValidities } from './read-validity.ts';

// Made by `openssl req -x509 -new -subj /CN=a -days 36500`.
const REAL = `-----BEGIN CERTIFICATE-----
MIIBbzCCARWgAwIBAgIUISLpRY5RqDFsy6dniN/FzpFeppcwCgYIKoZIzj0EAwIw
DDEKMAgGA1UEAwwBYTAgFw0yNjExMjYwNzE1MzlaGA8yMTI2MTEwMjA3MTUzOVow
DDEKMAgGA1UEAwwBYTBZMBMGByqGSM49AgEGCCqGSM49AwEHA0IABLFuHMKFdA3d
ajeZibqNxNmm9iKka/omuMliNjsjC12+XLO25qw/ZuqrjSwnc7DV7ytJRrwC5J9p
w0rA9r7mj7KjUzBRMB0GA1UdDgQWBBRro2lJDRVJqknGrz3acQw+Nt9rozAfBgNV
HSMEGDAWgBRro2lJDRVJqknGrz3acQw+Nt9rozAPBgNVHRMBAf8EBTADAQH/MAoG
CCqGSM49BAMCA0gAMEUCIQCCFNpXCf/GGVvk/8Q6C/GmN21VBOOXC3yZ8A0S8uKH
RQIgI+VdOMUmZUe4L0kQmf8mE6lTgQtQicf+r7fQFaQ6wFY=
-----END CERTIFICATE-----
`;

describe('[A114] the validity of a certificate', () => {
  test('is read from PEM', () => {
    expect(readValidities(REAL)).toEqual([
      { notBefore: Date.UTC(2026, 10, 26, 7, 15, 39), notAfter: Date.UTC(2126, 10, 2, 7, 15, 39) },
    ]);
  });

  test('is a year of 1950 to 2049 where it is written with two digits', () => {
    expect(readValidities(makeCertificate('500101000000', '491231235959'))).toEqual([
      { notBefore: Date.UTC(1950, 0, 1), notAfter: Date.UTC(2049, 11, 31, 23, 59, 59) },
    ]);
    expect(readValidities(makeCertificate('20000101000000', '20500101000000'))).toEqual([
      { notBefore: Date.UTC(2000, 0, 1), notAfter: Date.UTC(2050, 0, 1) },
    ]);
  });

  test('is that of the first block alone', () => {
    const key = '-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n';
    expect(readValidities(REAL + key)).toHaveLength(1);
    expect(readValidities(key + REAL)).toBeNull();
  });

  test('is null for what is no certificate, however it is cut', () => {
    for (const text of ['', 'a', '-----BEGIN CERTIFICATE-----\n!!\n-----END CERTIFICATE-----'])
      expect(readValidities(text)).toBeNull();
    const body = REAL.split('\n').slice(1, -2).join('');
    for (let length = 0; length < body.length; length += 4)
      expect(
        readValidities(
          `-----BEGIN CERTIFICATE-----\n${body.slice(0, length)}\n-----END CERTIFICATE-----\n`,
        ),
      ).toBeNull();
  });
});

describe('[A114] base64', () => {
  test.each([
    ['', ''],
    ['YQ==', 'a'],
    ['YWI=', 'ab'],
    ['YWJj\nZGVm', 'abcdef'],
    ['/+8=', '\xff\xef'],
  ])('%j is %j', (text, decoded) => {
    expect(readLatin(decodeBase64(text) ?? new Uint8Array([0]))).toBe(decoded);
  });

  test.each(['Y', 'YQ', 'YQ=', 'Y===', 'Y Q*=', '{{}}'])('%j is none', (text) => {
    expect(decodeBase64(text)).toBeNull();
  });
});
