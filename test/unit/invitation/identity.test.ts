import { describe, expect, it } from '@jest/globals';
import { asGuid } from '../../../plugins/invitation/guid.js';
import { emailId, redemptionId, sendCorrelation } from '../../../plugins/invitation/ids.js';

const invitation = '11111111-1111-4111-8111-111111111111';
const contact = '22222222-2222-4222-8222-22222222222a';

describe('derived ids', () => {
  it('never change: rows of every installation carry them', () => {
    expect(emailId(invitation, contact, 1)).toBe('33cb902b-ad18-5dd1-bca0-acd6f21c38e9');
    expect(redemptionId(invitation, contact)).toBe('5b8e27a4-ec1a-5e8b-82fc-d94c18f69c90');
    expect(sendCorrelation(invitation, 1)).toBe('da60b5b2-1d57-5f42-bb45-013ffef72485');
  });

  it('are version 5 and differ in everything they are made of', () => {
    const ids = [
      emailId(invitation, contact, 1),
      emailId(invitation, contact, 2),
      emailId(contact, invitation, 1),
      redemptionId(invitation, contact),
      redemptionId(contact, invitation),
      sendCorrelation(invitation, 1),
      sendCorrelation(invitation, 2),
      sendCorrelation(contact, 1),
    ];
    expect(new Set(ids).size).toBe(ids.length);
    for (const id of ids)
      expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/u);
  });

  it('are the same for ids in capitals', () => {
    expect(emailId(invitation, contact.toUpperCase(), 1)).toBe(emailId(invitation, contact, 1));
  });
});

describe('a row id', () => {
  it.each([
    [contact, contact],
    [`{${contact.toUpperCase()}}`, contact],
    [` ${contact} `, contact],
    // Dataverse makes sequential ids that no RFC version describes.
    ['5531d753-95af-e711-a94e-000d3a11e605', '5531d753-95af-e711-a94e-000d3a11e605'],
    ['', undefined],
    ['1', undefined],
    [`${contact} or 1 eq 1`, undefined],
    [`${contact}\n${contact}`, undefined],
  ])('%j is %j', (text, id) => {
    expect(asGuid(text)).toBe(id);
  });
});
