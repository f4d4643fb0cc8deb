# The image of web, worker, beat and the migrate step. The servers it needs are images of their own (docker-compose.yml).
FROM python:3.11-slim

ENV PYTHONUNBUFFERED=1 \
    STATIC_ROOT=/app/staticfiles \
    STATICFILES_BACKEND=whitenoise.storage.CompressedManifestStaticFilesStorage

RUN useradd --system --uid 10001 --create-home familypartnership \
    && install --directory --owner familypartnership --mode 0700 /files

WORKDIR /app

COPY requirements.txt .
RUN pip install --no-cache-dir --no-compile --require-hashes --requirement requirements.txt

COPY . .

# Both need settings, but no server and no real secret; the value ends with the line.
RUN export DJANGO_SECRET_KEY=only-while-building \
    && python -m compileall -q . \
    && python manage.py catalogue compile \
    && python manage.py collectstatic --noinput --verbosity 0

USER familypartnership

EXPOSE 8000

CMD ["gunicorn", "familypartnership.wsgi:application", "--bind", "0.0.0.0:8000", "--workers", "2", "--worker-class", "gthread", "--threads", "4", "--worker-tmp-dir", "/dev/shm", "--no-control-socket"]
