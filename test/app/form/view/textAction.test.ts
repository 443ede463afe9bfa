import { describe, expect, it } from '@jest/globals';
import { textAction } from '../../../../sandbox/app/client/form/view/field/textAction.js';

describe('The button of a text field', () => {
  it.each([
    ['email', 'a b@example.com', 'mailto:a%20b@example.com'],
    ['phone', '+44 (0)20 7946-0000', 'tel:+4402079460000'],
    ['url', 'https://example.com/a', 'https://example.com/a'],
    ['url', 'http://example.com', 'http://example.com/'],
    ['url', 'www.example.com', 'https://www.example.com/'],
  ] as const)('leads where a %s field says: %s', (format, text, href) => {
    expect(textAction(format, text)?.href).toBe(href);
  });

  it.each([
    ['text', 'https://example.com'],
    ['email', ''],
    ['phone', 'none'],
    ['url', 'javascript:alert(1)'],
    ['url', 'data:text/html,hello'],
    ['url', 'not an address'],
  ] as const)('is not there for a %s field with "%s"', (format, text) => {
    expect(textAction(format, text)).toBeUndefined();
  });
});
