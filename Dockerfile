# The service in an image that fetches nothing when it starts and writes nothing but /tmp and /dev/shm:
#   docker build -t dateline .
#   docker run --rm -p 8000:8000 --read-only --tmpfs /tmp dateline
ARG PYTHON_IMAGE=python:3.11-slim-bookworm

FROM ${PYTHON_IMAGE} AS build
COPY requirements.lock /tmp/
RUN python -m venv /opt/dateline \
 && /opt/dateline/bin/python -m pip install --quiet --no-cache-dir --disable-pip-version-check --no-compile \
    --require-hashes --requirement /tmp/requirements.lock
# Nothing installs anything any more.
RUN /opt/dateline/bin/python -m pip uninstall --quiet --yes pip
COPY schemas /srv/dateline/schemas
COPY service /srv/dateline/service
COPY seeds /srv/dateline/seeds
COPY openapi.yaml LICENSE /srv/dateline/
# Byte code now, for the file system is read-only later.  unchecked-hash: no source is read again to see if it changed.
RUN /opt/dateline/bin/python -m compileall -q --invalidation-mode unchecked-hash /opt/dateline/lib /srv/dateline

FROM ${PYTHON_IMAGE}
ENV PATH=/opt/dateline/bin:$PATH \
    PYTHONDONTWRITEBYTECODE=1 \
    PYTHONUNBUFFERED=1 \
    DATELINE_HOST=0.0.0.0
COPY --from=build /opt/dateline /opt/dateline
COPY --from=build /srv/dateline /srv/dateline
WORKDIR /srv/dateline
USER 10001:10001
EXPOSE 8000
# DATELINE_PORT is no number where Docker links a container that is called "dateline".
HEALTHCHECK --interval=10s --timeout=5s --start-period=60s CMD ["python", "-c", \
    "import os, urllib.request as r; port = os.environ.get('DATELINE_PORT', ''); \
    r.urlopen(f\"http://127.0.0.1:{port if port.isdecimal() else 8000}/readyz\", timeout=4)"]
CMD ["python", "-m", "service", "serve"]
