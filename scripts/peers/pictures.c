/* Writes pictures with stb_image_write.h and reads them with stb_image.h, in the formats that the arguments name. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#define STB_IMAGE_IMPLEMENTATION
#include "stb_image.h"
#define STB_IMAGE_WRITE_IMPLEMENTATION
#include "stb_image_write.h"

enum { WIDTH = 37, HEIGHT = 23 };

static unsigned char written[1 << 20];
static int size;

static void append(void *context, void *data, int count) {
  (void)context;
  memcpy(written + size, data, (size_t)count);
  size += count;
}

static int write_picture(const char *format, int channels, const unsigned char *pixels) {
  size = 0;
  if (strcmp(format, "png") == 0)
    return stbi_write_png_to_func(append, NULL, WIDTH, HEIGHT, channels, pixels, WIDTH * channels);
  if (strcmp(format, "bmp") == 0)
    return stbi_write_bmp_to_func(append, NULL, WIDTH, HEIGHT, channels, pixels);
  if (strcmp(format, "tga") == 0)
    return stbi_write_tga_to_func(append, NULL, WIDTH, HEIGHT, channels, pixels);
  if (strcmp(format, "jpg") == 0)
    return stbi_write_jpg_to_func(append, NULL, WIDTH, HEIGHT, channels, pixels, channels == 3 ? 95 : 40);
  float *floats = malloc(sizeof(float) * WIDTH * HEIGHT * (size_t)channels);
  for (int i = 0; i < WIDTH * HEIGHT * channels; i++)
    floats[i] = pixels[i] / 255.0f;
  int done = stbi_write_hdr_to_func(append, NULL, WIDTH, HEIGHT, channels, floats);
  free(floats);
  return done;
}

int main(int count, char **formats) {
  static unsigned char pixels[WIDTH * HEIGHT * 4];
  for (int each = 1; each < count; each++) {
    for (int channels = 1; channels <= 4; channels++) {
      for (int i = 0; i < WIDTH * HEIGHT * channels; i++)
        pixels[i] = (unsigned char)(i / (channels * 5) * 11 + i % channels * 60);
      int width, height, found;
      if (!write_picture(formats[each], channels, pixels))
        return 1;
      unsigned char *read = stbi_load_from_memory(written, size, &width, &height, &found, channels % 2 == 0 ? 0 : 3);
      if (read == NULL || width != WIDTH || height != HEIGHT) {
        fprintf(stderr, "%s with %d channels: %s\n", formats[each], channels, stbi_failure_reason());
        return 1;
      }
      stbi_image_free(read);
    }
  }
  return 0;
}
