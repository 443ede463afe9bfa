/** True for the machine itself: `localhost`, `127.0.0.1`, `[::1]`. */
export const isLoopback = (url: URL): boolean =>
  url.hostname === 'localhost' || url.hostname === '[::1]' || /^127(\.\d+){3}$/.test(url.hostname);
