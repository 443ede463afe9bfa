import { arrival } from './arrival.js';
import { cleanLinks } from './cleanLinks.js';
import { follow } from './follow.js';
import { keepJourney, keptJourney, type Journey } from './journey.js';
import { ask, Refused } from './portalApi.js';
import { findView, type View } from './view.js';

/** Nothing is written before the visitor presses the button: mail scanners open links, and run scripts. */
function start(view: View): void {
  const arrived = arrival(location);
  history.replaceState(history.state, '', arrived.address);
  let journey: Journey = keptJourney();
  if (arrived.code) {
    const { code } = arrived;
    journey = { code, returnTo: arrived.returnTo };
    cleanLinks(code);
    document.addEventListener('DOMContentLoaded', () => cleanLinks(code));
  }
  keepJourney(journey);
  view.comeBackTo(location.pathname);

  const { contact } = view;
  if (contact === undefined) return;
  const offer = (): void => view.offer(journey.code === undefined ? 'type' : 'redeem');
  const remember = (next: Journey): void => keepJourney((journey = { ...journey, ...next }));

  const answer = async (id: string): Promise<void> => {
    view.offer('nothing');
    view.say('waiting', 'info');
    const outcome = await follow(id, () => view.say('patience', 'info'));
    if (outcome === undefined) return view.say('gave-up', 'danger');
    remember({ request: undefined });
    if (view.isGranted(outcome)) {
      view.say(`outcome-${outcome}`, 'success');
      return view.continueTo(journey.returnTo ?? '/');
    }
    offer();
    view.say(`outcome-${outcome}`, 'danger');
  };

  view.onRedeem((typed) => {
    const code = journey.code ?? typed;
    if (code === '') return;
    view.offer('nothing');
    view.say('waiting', 'info');
    // A request that did not get through is repeated with the button alone.
    remember({ code });
    ask(code, contact).then(
      (id) => {
        remember({ code: undefined, request: { id, contact } });
        void answer(id);
      },
      (error: unknown) => {
        offer();
        const isFinal = error instanceof Refused && error.status < 429;
        view.say(isFinal ? 'not-allowed' : 'not-sent', 'danger');
      },
    );
  });

  const { request } = journey;
  if (request?.contact === contact) void answer(request.id);
  else offer();
}

const view = findView(document.getElementById('inv-redemption'));
if (view) start(view);
