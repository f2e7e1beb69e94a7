# syntax=docker/dockerfile:1
# Two stages, so that what is shipped holds Python, Abrazo and its libraries, and no tool that installs things.
FROM python:3.13-slim AS build
COPY --from=ghcr.io/astral-sh/uv:0.13.9 /uv /usr/local/bin/uv
ENV UV_COMPILE_BYTECODE=1 UV_LINK_MODE=copy UV_PYTHON_DOWNLOADS=never
WORKDIR /app
# The libraries first: they change seldom, and this layer with them.
COPY pyproject.toml uv.lock README.md LICENSE ./
RUN uv sync --frozen --no-dev --no-install-project
COPY bot bot
COPY prompts prompts
COPY storage storage
RUN uv sync --frozen --no-dev --no-editable

FROM python:3.13-slim
# The slim image brings ca-certificates, which the model's client needs for TLS.
RUN useradd --system --uid 10001 --home-dir /data abrazo \
    && install -d -o abrazo -g abrazo -m 0700 /data
COPY --from=build /app/.venv /app/.venv
ENV PATH=/app/.venv/bin:$PATH \
    PYTHONDONTWRITEBYTECODE=1 \
    PYTHONUNBUFFERED=1 \
    DATABASE_URL=sqlite+aiosqlite:////data/abrazo.db \
    HEALTH_PORT=8485 \
    LOG_FORMAT=json
USER 10001:10001
WORKDIR /data
VOLUME /data
STOPSIGNAL SIGTERM
# "Live", not "ready": while Telegram is away a new start would mend nothing. No proxy leads to the container itself, and
# with an empty HEALTH_PORT there is nothing to ask.
HEALTHCHECK --interval=30s --timeout=5s --start-period=60s \
    CMD ["python", "-c", "import os, urllib.request as web; port = os.environ['HEALTH_PORT']; \
port and web.build_opener(web.ProxyHandler({})).open(f'http://127.0.0.1:{port}/health/live', timeout=4)"]
ENTRYPOINT ["abrazo"]
CMD ["run"]
