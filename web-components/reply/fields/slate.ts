import type { Editor } from './editor.ts';

/** Slate looks at what is selected before `beforeinput`, and only some time later otherwise: a paste would go elsewhere. */
export const slate: Editor = {
  gap: '\n',
  // React draws it when it has time.
  drawnAfter: 50,
  put(element, text) {
    const dataTransfer = new DataTransfer();
    dataTransfer.setData('text/plain', text);
    told(element, { inputType: 'insertFromPaste', dataTransfer });
  },
  remove(element) {
    told(element, { inputType: 'deleteContentBackward' });
  },
};

function told(element: HTMLElement, what: InputEventInit): void {
  const init = { ...what, bubbles: true, cancelable: true, composed: true };
  element.dispatchEvent(new InputEvent('beforeinput', init));
}
