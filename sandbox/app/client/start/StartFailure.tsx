import { createText } from '../host/createText.js';
import { Icon } from '../icons/Icon.js';
import { languages } from '../strings/languages.js';

interface StartFailureProps {
  /** What went wrong, as the server or the browser said it. */
  readonly reason: string;
  /** BCP 47 tag of the browser's language: the user's own is not known without a definition. */
  readonly language: string;
  readonly onRetry: () => void;
}

/** The page when the app cannot be opened: what happened, and the way to try again. */
export function StartFailure({ reason, language, onRetry }: StartFailureProps) {
  const text = createText(languages.find(({ tag }) => language.startsWith(tag))?.code ?? 1033);
  return (
    <main class="start-failure" id="main">
      <div class="card">
        <span class="start-failure-icon">
          <Icon name="error" />
        </span>
        <h1>{text('shell.startFailed')}</h1>
        <p>{text('shell.startFailedHint')}</p>
        <pre tabIndex={0}>{reason}</pre>
        <button type="button" class="button primary" onClick={onRetry}>
          {text('shell.tryAgain')}
        </button>
      </div>
    </main>
  );
}
