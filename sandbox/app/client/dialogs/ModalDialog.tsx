import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import type { Host } from '../host/host.js';
import { Icon } from '../icons/Icon.js';
import { useModal } from './useModal.js';

interface ModalDialogProps {
  readonly host: Host;
  readonly class: string;
  readonly title: string;
  readonly role: 'dialog' | 'alertdialog';
  /** Id of the element that says what it is about. */
  readonly describedBy?: string;
  /** Pixels. */
  readonly width?: number | undefined;
  readonly height?: number | undefined;
  readonly onCancel: () => void;
  readonly children: ComponentChildren;
  /** The buttons, primary first. */
  readonly buttons: ComponentChildren;
}

/** The frame of the app's dialogs: title and cross above, what it says between, buttons at the foot. */
export function ModalDialog(props: ModalDialogProps) {
  const dialog = useModal(props.onCancel);
  const titleId = useId();
  return (
    <dialog
      ref={dialog}
      class={`dialog ${props.class}`}
      role={props.role}
      aria-modal="true"
      aria-labelledby={titleId}
      aria-describedby={props.describedBy}
      style={sizeOf(props.width, props.height)}
    >
      <div class="dialog-head">
        <h1 id={titleId} class="dialog-title" data-id="dialogTitleText">
          {props.title}
        </h1>
        <button
          type="button"
          class="icon-button"
          data-id="dialogCloseIconButton"
          aria-label={props.host.text('shell.close')}
          onClick={props.onCancel}
        >
          <Icon name="close" />
        </button>
      </div>
      <div class="dialog-body">{props.children}</div>
      <div class="dialog-buttons">{props.buttons}</div>
    </dialog>
  );
}

/** Never larger than the window. */
function sizeOf(width: number | undefined, height: number | undefined): Record<string, string> {
  return {
    ...(width === undefined ? {} : { inlineSize: `min(${width}px, 100vw - 32px)` }),
    ...(height === undefined ? {} : { blockSize: `min(${height}px, 100vh - 32px)` }),
  };
}
