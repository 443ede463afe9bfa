import { describe, expect, it } from '@jest/globals';
import { mayMove } from '../../../plugins/invitation/states.js';
import { invitation } from '../../../solution/schema.js';

const { status } = invitation;

describe('the product moves an invitation', () => {
  it.each([
    ['when it is asked to be sent', status.new, status.sendRequested],
    ['when it is sent', status.sendRequested, status.sent],
    ['when it cannot be sent', status.sendRequested, status.sendFailed],
    ['when it is sent again', status.sent, status.sendRequested],
    ['when a late mail leaves after all', status.sendFailed, status.sent],
    ['when it is redeemed before the service came to send it', status.sendRequested, status.redeemed],
    ['when it is redeemed without ever being sent', status.new, status.redeemed],
  ])('%s', (_, from, to) => {
    expect(mayMove(from, to)).toBe(true);
  });
});

describe('the product never', () => {
  it.each([
    ['says Sent of what nobody asked to send', status.new, status.sent],
    ['takes a redemption back', status.redeemed, status.sent],
    ['lets a delivery problem hide a redemption', status.redeemed, status.sendFailed],
    ['sends what is inactive', status.inactive, status.sendRequested],
    ['redeems what is expired', status.expired, status.redeemed],
    ['knows other states', 4711, status.new],
  ])('%s', (_, from, to) => {
    expect(mayMove(from, to)).toBe(false);
  });
});
